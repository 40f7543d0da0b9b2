export { afterCommit, inOneStatement, inTransaction, openDatabase } from "./database.js";
export type { Database, DatabaseOptions, Db, Tx } from "./database.js";
export { openEmbeddedPostgres, type EmbeddedPostgres } from "./embedded/embedded-postgres.js";
export { checkReachable } from "./reachable.js";
export { migrate, readMigrations, type Migration } from "./migrations.js";
export type {
  InstanceRole,
  PageKind,
  RevisionKind,
  SpaceRole,
  Tables,
  Visibility,
} from "./tables.js";
