import type { MoveLink } from "@stet/history";

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
