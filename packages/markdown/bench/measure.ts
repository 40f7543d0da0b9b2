import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createHighlighter } from "../src/highlight/index.js";
import { parseBlocks, renderMarkdown } from "../src/index.js";
import type { RenderContext } from "../src/index.js";

// npm run measure -w @stet/markdown -- <folder of Markdown files>
const root = process.argv[2] ?? "";
if (!existsSync(root)) {
  process.stderr.write("Name a folder of Markdown files, such as a clone of the corpus.\n");
  process.exit(1);
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.mdx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(join(root, file), "utf8") }));
const { highlight } = await createHighlighter();
const site = { space: "docs", locale: "en", defaultLocale: "en", spaces: ["docs"] };

/** Median of five, of processor time, which a busy machine disturbs less than the clock. */
function measure(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    const repeat = 4;
    for (let index = 0; index < repeat; index += 1) work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / repeat;
  });
  return times.toSorted((a, b) => a - b)[2] ?? 0;
}

function row(name: string, work: (source: string, context: RenderContext) => unknown): void {
  for (let round = 0; round < 3; round += 1) {
    for (const { file, source } of files) work(source, { ...site, filePath: file });
  }
  const times = files
    .map(({ file, source }) => ({
      file,
      ms: measure(() => work(source, { ...site, filePath: file })),
    }))
    .toSorted((a, b) => a.ms - b.ms);
  const median = times[times.length >> 1];
  const slowest = times.at(-1);
  process.stdout.write(
    `${name.padEnd(24)} median ${median?.ms.toFixed(2)} ms, slowest ${slowest?.ms.toFixed(1)} ms (${slowest?.file})\n`,
  );
}

row("parseBlocks", (source) => parseBlocks(source));
row("render, plain code", (source, context) => renderMarkdown(source, context));
row("render, code cached", (source, context) => renderMarkdown(source, { ...context, highlight }));
const sizes = files
  .map(
    ({ file, source }) =>
      gzipSync(renderMarkdown(source, { ...site, filePath: file, highlight }).html).length,
  )
  .toSorted((a, b) => a - b);
process.stdout.write(
  `HTML, gzip: median ${sizes[sizes.length >> 1]} bytes, largest ${sizes.at(-1)} bytes; ${files.length} pages\n`,
);
