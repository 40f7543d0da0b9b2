import type { DiffSummary } from "@stet/history";
import { count } from "../count.js";

/** What changed, as a reviewer would say it: "2 lines changed, 1 added, 1 paragraph moved." */
export function summarySentence({ lines, words, moves }: DiffSummary): string {
  const parts = [
    lines.changed > 0 ? `${count(lines.changed, "line")} changed` : "",
    lines.added > 0 ? `${count(lines.added, "line")} added` : "",
    lines.removed > 0 ? `${count(lines.removed, "line")} removed` : "",
    moves > 0 ? `${count(moves, "passage")} moved` : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return "Not a line of the text differs.";
  const wordCount = [
    words.added > 0 ? `${count(words.added, "word")} in` : "",
    words.removed > 0 ? `${count(words.removed, "word")} out` : "",
  ].filter((part) => part !== "");
  return `${parts.join(", ")}.${wordCount.length > 0 ? ` ${wordCount.join(", ")}.` : ""}`;
}
