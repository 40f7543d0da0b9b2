import { Extensions } from "type-graphql";

/**
 * Who may use a field. The services enforce it through the policies; the declaration lets one test walk the schema and
 * hold every root field against it.
 *
 * - `ANYONE`: says nothing that is not public.
 * - `VISIBLE`: shows only what the viewer may read; what is denied looks as if it did not exist.
 * - `SIGNED_IN`: any account.
 * - `SPACE_…`: at least this role in the space it touches (an instance administrator has every role).
 * - `INSTANCE_ADMIN`: administrators of the instance.
 */
export type AccessRule =
  | "ANYONE"
  | "VISIBLE"
  | "SIGNED_IN"
  | "SPACE_WRITER"
  | "SPACE_REVIEWER"
  | "SPACE_ADMIN"
  | "INSTANCE_ADMIN";

/** Declares the rule of a query or mutation; a root field without one fails the schema test. */
export function Access(rule: AccessRule): MethodDecorator & PropertyDecorator {
  return Extensions({ access: rule });
}
