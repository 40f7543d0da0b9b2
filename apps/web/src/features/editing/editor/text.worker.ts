import { diff, merge, toRows } from "@stet/history";
import { parseBlocks, renderMarkdown } from "@stet/markdown";
import { patchBlocks, splitBlocks } from "./patch.js";
import type { TextAnswers, TextRequest, TextRequests } from "./text-worker-types.js";

// Everything that takes longer than a frame on a long page happens here, beside the typing.
let shown: string[] = [];

const answers: {
  [Kind in keyof TextRequests]: (request: TextRequests[Kind]) => TextAnswers[Kind];
} = {
  preview({ markdown, context }) {
    const parts = splitBlocks(renderMarkdown(markdown, context).html);
    const html = parts.map((part) => part.html);
    const patch = patchBlocks(shown, html);
    shown = html;
    const lines = parseBlocks(markdown).map((block) => block.startLine + 1);
    return { patch, lines: parts.map((part) => lines[part.block] ?? -1) };
  },
  compare({ before, after }) {
    const difference = diff(before, after);
    return {
      summary: difference.summary,
      rows: toRows(before, after, difference, { view: "inline", context: 1 }),
    };
  },
  merge: ({ base, mine, theirs }) => merge(base, mine, theirs),
};

self.addEventListener("message", ({ data }: MessageEvent<TextRequest>) => {
  const { id } = data;
  try {
    self.postMessage({ id, answer: answer(data) }, { transfer: [] });
  } catch (error) {
    self.postMessage(
      { id, error: error instanceof Error ? error.message : String(error) },
      { transfer: [] },
    );
  }
});

function answer(request: TextRequest): TextAnswers[keyof TextAnswers] {
  switch (request.kind) {
    case "preview":
      return answers.preview(request);
    case "compare":
      return answers.compare(request);
    case "merge":
      return answers.merge(request);
  }
}
