import { requestLoader } from "../contract/index.js";
import { deriveText, loadEnvironment, storeHtml } from "../derived/index.js";
import { siteOf } from "../site/index.js";
import type { RenderedHtml } from "./page.js";
import { findMarkdown, findRendered, listSources } from "./rendered.repository.js";

/** HTML by revision. Old revisions are rendered when first read, and stored: their text never changes. */
export const renderedByRevision = requestLoader<string, RenderedHtml>(async (ctx, revisionIds) => {
  const rendered = await findRendered(ctx.db, revisionIds);
  const missing = revisionIds.filter((id) => !rendered.has(id));
  if (missing.length === 0) return rendered;
  const environment = await loadEnvironment(ctx.db, siteOf(ctx));
  for (const { revisionId, pageId, markdown, place } of await listSources(ctx.db, missing)) {
    const { html, toc, problems } = deriveText(markdown, place, environment);
    await storeHtml(ctx.db, { id: revisionId, pageId }, { html, toc, problems });
    rendered.set(revisionId, { html, toc, problems });
  }
  return rendered;
});

/** Text by revision. */
export const markdownByRevision = requestLoader<string, string>((ctx, ids) =>
  findMarkdown(ctx.db, ids),
);
