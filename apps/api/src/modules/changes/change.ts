/** What can happen; the names are part of the API (change feed, webhooks). */
export type ChangeType =
  | "space.created"
  | "space.imported"
  | "page.created"
  | "page.saved"
  | "page.moved"
  | "page.deleted"
  | "page.restored"
  | "page.reverted"
  | "media.stored";

/** One entry of the append-only log; written in the transaction that makes it true. */
export interface Change {
  readonly type: ChangeType;
  readonly spaceId?: string | undefined;
  readonly pageId?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly personId?: string | undefined;
  readonly data?: Record<string, unknown> | undefined;
}
