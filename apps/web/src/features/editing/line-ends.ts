/** The one line end of a text, or "\n" when it has both: then "\r" is a character like any other. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  return text.includes("\r\n") && !/(?:^|[^\r])\n/.test(text) ? "\r\n" : "\n";
}

/** A form sends every line end as CRLF; gives the text the line ends it had before. */
export function fromForm(sent: string, original: string): string {
  const plain = sent.replaceAll("\r\n", "\n");
  return lineEndOf(original) === "\r\n" ? plain.replaceAll("\n", "\r\n") : plain;
}
