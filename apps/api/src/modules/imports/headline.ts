import { parseFrontMatter } from "@stet/markdown";
import { headlineOf, type SourcePlace } from "../derived/index.js";

/**
 * The same as `headlineOf` of the whole text. Most texts begin with their heading; then nothing below it is looked at,
 * which is most of the work.
 */
export function quickHeadlineOf(
  markdown: string,
  place: SourcePlace,
): ReturnType<typeof headlineOf> {
  const { bodyStart, data } = parseFrontMatter(markdown);
  if (data.title !== undefined) return headlineOf(markdown.slice(0, bodyStart), place);
  const heading = /^(?:[ \t]*\r?\n)* {0,3}#[ \t][^\r\n]*\S[^\r\n]*(?:\r?\n|$)/.exec(
    markdown.slice(bodyStart, bodyStart + 2_000),
  );
  if (!heading) return headlineOf(markdown, place);
  return headlineOf(markdown.slice(0, bodyStart + heading[0].length), place);
}
