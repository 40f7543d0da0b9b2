import { createElement, Fragment } from "react";
import type { MoveLink, RowKind, Segment } from "@stet/history";

/** A line's stretches; what was added or taken away is marked by element, not only by colour. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  if (segments.length === 0) return "\u200b";
  // As arguments, not as a list: stretches of a line have nothing to be told apart by but their order.
  return createElement(
    Fragment,
    null,
    ...segments.map(({ change, text }) =>
      change === "kept" ? text : createElement(change === "inserted" ? "ins" : "del", null, text),
    ),
  );
}

const signs: Record<RowKind, string> = {
  equal: "",
  insert: "+",
  delete: "−",
  replace: "±",
  "moved-from": "↷",
  "moved-to": "↷",
};

/** Says what a row is in one sign, for eyes that do not tell the colours apart. */
export function signOf(kind: RowKind, side?: "left" | "right"): string {
  if (kind === "replace" && side) return side === "left" ? "−" : "+";
  return signs[kind];
}

/** Where a moved passage went, or came from, with a link to it. */
export function MoveNote({ move }: { move: MoveLink }) {
  const isFrom = move.end === "from";
  const lines =
    move.otherLine === move.otherLastLine
      ? `line ${move.otherLine}`
      : `lines ${move.otherLine}–${move.otherLastLine}`;
  return (
    <a className="move-note" href={`#move-${move.id}-${isFrom ? "to" : "from"}`}>
      {isFrom ? "moved to" : "moved from"} {lines}
      {!move.exact && ", edited"}
    </a>
  );
}

export function moveAnchor(move: MoveLink | undefined): string | undefined {
  return move?.first ? `move-${move.id}-${move.end}` : undefined;
}

/** Lines that did not change, out of the way but not out of reach. */
export function Fold({ text, line, lines }: { text: string; line: number; lines: number }) {
  return (
    <details className="fold">
      <summary>{lines.toLocaleString("en")} unchanged lines</summary>
      <pre>{linesOf(text, line, lines)}</pre>
    </details>
  );
}

function linesOf(text: string, line: number, lines: number): string {
  return text
    .split("\n")
    .slice(line - 1, line - 1 + lines)
    .join("\n");
}
