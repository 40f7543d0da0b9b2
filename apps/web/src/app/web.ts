import type { ExecuteOperation } from "#api/index.js";
import type { Site, Viewer } from "#routing/index.js";
import type { AssetManifest } from "./assets.js";

/** A request as the API hands it over. */
export interface WebRequest {
  method: "GET" | "HEAD" | "POST";
  url: URL;
  headers: Record<string, string>;
  form?: URLSearchParams;
  viewer: Viewer;
}

/** What rendering needs from the API; everything else it asks by GraphQL. */
export interface WebDeps {
  execute: ExecuteOperation;
  site: Site;
  assets: AssetManifest;
  /** For app mode; without it the editor's own styles are refused by the content security policy. */
  nonce?: string;
  /** Told of faults that became a page with status 500. */
  onError?(error: unknown): void;
}

export interface WebResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  /** `public`: the same for every anonymous reader until something changes. */
  cache: "public" | "private";
}
