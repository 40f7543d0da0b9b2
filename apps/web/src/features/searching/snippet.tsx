import { Children } from "react";

/** A snippet is text with `<mark>` around what was found; everything else in it is text. */
export function Snippet({ text }: { text: string }) {
  return Children.toArray(
    text.split(/<mark>([\s\S]*?)<\/mark>/).map((part, index) =>
      // Odd parts are what the expression captured.
      index % 2 === 1 ? <mark>{decode(part)}</mark> : decode(part),
    ),
  );
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
