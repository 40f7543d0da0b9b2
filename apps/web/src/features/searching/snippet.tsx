import { createElement, Fragment } from "react";

/** A snippet is text with `<mark>` around what was found; everything else in it is text. */
export function Snippet({ text }: { text: string }) {
  const parts = text.split(/<mark>([\s\S]*?)<\/mark>/);
  // Odd parts are what the expression captured.
  const nodes = parts.map((part, index) =>
    index % 2 === 1 ? createElement("mark", null, decode(part)) : decode(part),
  );
  return createElement(Fragment, null, ...nodes);
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
