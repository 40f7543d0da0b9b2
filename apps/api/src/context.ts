import type { Db, InstanceRole, SpaceRole } from "#platform/database/index.js";

/** Whoever asks. Loaded once per request by the accounts module; policies decide from this alone. */
export interface Viewer {
  /** `undefined` for an anonymous reader. */
  person?: { id: string; name: string; email: string | undefined; role: InstanceRole };
  /** Roles by space id. */
  spaceRoles: ReadonlyMap<string, SpaceRole>;
  /** Whoever shares a class sees the same (cache key): "anonymous", or the person's id. */
  class: string;
}

/** What a use case is given. */
export interface Context {
  db: Db;
  viewer: Viewer;
  requestId: string;
}
