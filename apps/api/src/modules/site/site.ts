import type { Context, Site } from "../../context.js";

/** What the instance is; from the settings, the same for every request. */
export function siteOf(ctx: Context): Site {
  return ctx.site;
}
