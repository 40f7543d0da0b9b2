export { inTransaction, openDatabase, type Database, type Db, type Tx } from "./database.js";
export type {
  InstanceRole,
  PageKind,
  RevisionKind,
  SpaceRole,
  Tables,
  Visibility,
} from "./tables.js";
