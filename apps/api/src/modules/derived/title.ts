import { parseBlocks, parseFrontMatter, renderMarkdown } from "@stet/markdown";
import { storable } from "./storable.js";
import { propertiesOf, type SourcePlace } from "./derive-text.js";

/** Title and front matter of a text without rendering all of it: what a revision records of itself. */
export function headlineOf(
  markdown: string,
  place: SourcePlace,
): { title: string; frontMatter: Record<string, unknown> } {
  const data = storable(parseFrontMatter(markdown).data);
  const title = data.title ?? headingOf(markdown, place);
  return { title: propertiesOf(data, title, place.path).title, frontMatter: data.raw };
}

function headingOf(markdown: string, place: SourcePlace): string {
  const heading = parseBlocks(markdown).find(
    (block) => block.kind === "heading" && block.level === 1,
  );
  if (!heading) return "";
  const source = markdown.slice(heading.start, heading.end);
  return renderMarkdown(source, { ...place, spaces: [] }).title;
}
