import type { ColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** Tables of `migrations/0002_accounts.sql` that we query ourselves; better-auth writes most of them. */
declare module "#platform/database/tables.js" {
  interface Tables {
    account_user: {
      id: string;
      name: string;
      email: string;
      email_verified: boolean;
      image: string | null;
      disabled_at: Timestamp | null;
      created_at: Timestamp;
      updated_at: Timestamp;
    };
    account_session: {
      id: string;
      user_id: string;
      token: string;
      expires_at: Timestamp;
      ip_address: string | null;
      user_agent: string | null;
      created_at: Timestamp;
      updated_at: Timestamp;
    };
  }
}
