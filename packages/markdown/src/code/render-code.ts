import { attributes, escapeText } from "../html/index.js";
import { hasBidiControls, showBidiControls } from "./bidi.js";
import { readConsole } from "./console.js";
import type { ConsoleLine } from "./console.js";
import type { CodeToken, Highlighter } from "./highlighter.js";

export interface CodeBlock {
  code: string;
  /** As `parseInfo` gives it; "" leaves the code uncoloured. */
  language: string;
  title?: string | undefined;
  /** Attributes of the outermost element. */
  outer: Record<string, string | number | true | undefined>;
  highlight?: Highlighter | undefined;
}

/**
 * A code block. What a copy button must leave out carries `class="prompt"` or `class="output"`;
 * colours are classes `t-keyword`, `t-string`, … and never styles.
 */
export function renderCode(block: CodeBlock): string {
  const code = block.code.endsWith("\n") ? block.code.slice(0, -1) : block.code;
  const session = readConsole(code, block.language);
  const inner = session === undefined ? colour(code, block) : renderSession(session, block);
  const shown = hasBidiControls(inner) ? showBidiControls(inner) : inner;
  const hasTitle = block.title !== undefined && block.title !== "";
  const pre = attributes({
    class: hasTitle ? undefined : "code",
    tabindex: 0,
    dir: "ltr",
    "data-lang": block.language === "" ? undefined : block.language,
    ...(hasTitle ? {} : block.outer),
  });
  const html = `<pre${pre}><code>${shown}</code></pre>`;
  if (!hasTitle) return html;
  const caption = `<figcaption>${escapeText(block.title ?? "")}</figcaption>`;
  return `<figure${attributes({ class: "code", ...block.outer })}>${caption}${html}</figure>`;
}

function colour(code: string, block: CodeBlock): string {
  const lines = block.language === "" ? undefined : block.highlight?.(code, block.language);
  return lines === undefined ? escapeText(code) : lines.map(renderLine).join("\n");
}

/** Only what is typed is coloured, as one script, so that strings over several lines stay whole. */
function renderSession(session: readonly ConsoleLine[], block: CodeBlock): string {
  const script = session
    .filter((line) => !line.isOutput)
    .map((line) => line.text)
    .join("\n");
  const coloured = block.highlight?.(script, "bash");
  let html = "";
  let command = 0;
  let isInOutput = false;
  for (const [index, line] of session.entries()) {
    if (isInOutput && !line.isOutput) html += "</span>";
    if (index > 0) html += "\n";
    if (line.isOutput && !isInOutput) html += '<span class="output">';
    isInOutput = line.isOutput;
    if (line.isOutput) {
      html += escapeText(line.text);
      continue;
    }
    if (line.prompt !== "") html += `<span class="prompt">${escapeText(line.prompt)}</span>`;
    const tokens = coloured?.[command];
    html += tokens === undefined ? escapeText(line.text) : renderLine(tokens);
    command += 1;
  }
  return isInOutput ? `${html}</span>` : html;
}

function renderLine(tokens: readonly CodeToken[]): string {
  let html = "";
  for (const { text, kind } of tokens) {
    const escaped = escapeText(text);
    html += kind === undefined ? escaped : `<span class="t-${kind}">${escaped}</span>`;
  }
  return html;
}
