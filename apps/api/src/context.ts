import type { EpochMemory } from "#platform/changes/index.js";
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

/** What the instance is; from the settings, the same for every request. */
export interface Site {
  readonly name: string;
  /** Absolute, without a slash at the end. */
  readonly url: string;
  /** The languages pages may be in, the site's own first. */
  readonly locales: readonly string[];
  readonly signUpEnabled: boolean;
  readonly version: string;
}

/** What a use case is given. */
export interface Context {
  db: Db;
  viewer: Viewer;
  requestId: string;
  site: Site;
  /** Where uploaded files are kept. */
  dataDir: string;
  /** What stays true until the next change; absent in commands. */
  memory?: EpochMemory;
  /** Aborted when nobody waits for the answer any more: read nothing further then. */
  signal?: AbortSignal;
}
