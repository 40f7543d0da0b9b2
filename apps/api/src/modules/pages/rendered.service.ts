import { Refusal } from "#platform/errors.js";
import { requestLoader } from "../contract/index.js";
import { deriveText, loadEnvironment, storeHtml } from "../derived/index.js";
import { siteOf } from "../site/index.js";
import type { RenderedHtml } from "./page.js";
import { findMarkdown, findRendered, listSources, LOADED_BYTES } from "./rendered.repository.js";

/** HTML by revision. Old revisions are rendered when first read, and stored: their text never changes. */
export const renderedByRevision = requestLoader<string, RenderedHtml>(async (ctx, revisionIds) => {
  const rendered = await findRendered(ctx.db, revisionIds);
  const missing = revisionIds.filter((id) => !rendered.has(id));
  if (missing.length === 0) return rendered;
  const environment = await loadEnvironment(ctx.db, siteOf(ctx));
  const sources = await listSources(ctx.db, missing);
  if (sources.length === 0) throw tooMuch();
  for (const { revisionId, pageId, markdown, place } of sources) {
    const { html, toc, problems } = deriveText(markdown, place, environment);
    await storeHtml(ctx.db, { id: revisionId, pageId }, { html, toc, problems });
    rendered.set(revisionId, { html, toc, problems });
  }
  return rendered;
});

/** Text by revision. */
export const markdownByRevision = requestLoader<string, string>(async (ctx, ids) => {
  const texts = await findMarkdown(ctx.db, ids);
  if (texts.size === 0) throw tooMuch();
  return texts;
});

function tooMuch(): Refusal {
  const mebibytes = LOADED_BYTES / 1024 / 1024;
  return new Refusal(
    "LIMIT_EXCEEDED",
    `These texts have more than ${mebibytes} MiB together. Ask for fewer at a time.`,
  );
}
