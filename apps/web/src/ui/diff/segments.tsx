import { createElement, Fragment } from "react";
import type { RowKind, Segment } from "@stet/history";

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
