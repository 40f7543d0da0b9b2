const terminator = /\r\n?|\n/g;

/** Offsets at which the lines of a text start, and at last its length: one line more than lines. */
export function lineStartsOf(text: string, base = 0): number[] {
  const starts = text === "" ? [] : [base];
  terminator.lastIndex = 0;
  for (let match = terminator.exec(text); match !== null; match = terminator.exec(text)) {
    const next = match.index + match[0].length;
    if (next < text.length) starts.push(base + next);
  }
  starts.push(base + text.length);
  return starts;
}
