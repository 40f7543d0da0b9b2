import type { Context } from "../../context.js";

/** What the instance is; from the settings, the same for every request. */
export interface SiteInfo {
  readonly name: string;
  /** Absolute, without a slash at the end. */
  readonly url: string;
  /** The languages pages may be in, the site's own first. */
  readonly locales: readonly string[];
  readonly signUpEnabled: boolean;
  readonly version: string;
}

const fallback: SiteInfo = {
  name: "Stet",
  url: "http://localhost:3000",
  locales: ["en", "es", "de", "ru", "it", "zh", "ko", "ja", "fr"],
  signUpEnabled: false,
  version: "0.1.0",
};

export function siteOf(ctx: Context): SiteInfo {
  return (ctx as Context & { site?: SiteInfo }).site ?? fallback;
}
