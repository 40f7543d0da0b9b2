import type { RenderContext } from "../src/index.js";

/** A page in the middle of a small wiki. */
export const context: RenderContext = {
  space: "docs",
  locale: "en",
  defaultLocale: "en",
  filePath: "guides/install.md",
  spaces: ["docs", "xen"],
  locales: ["en", "de", "ja"],
};
