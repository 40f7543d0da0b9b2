/** Writes a destination so that Markdown reads exactly it, in angle brackets or not. */
export function writeDestination(
  destination: string,
  isBracketed: boolean,
  read: (written: string) => string,
): string | undefined {
  if (/[\n\r]/.test(destination)) return undefined;
  const plain = read(destination) === destination ? destination : escapeMarks(destination);
  if (isBracketed) return plain.replace(/(?<!\\)[<>]/g, "\\$&");
  if (isBare(plain)) return plain;
  return `<${plain.replace(/(?<!\\)[<>]/g, "\\$&")}>`;
}

function escapeMarks(destination: string): string {
  return destination.replaceAll("\\", "\\\\").replaceAll("&", "&amp;");
}

/** Whether a destination needs no brackets: no space, no controls, parentheses in balance. */
function isBare(destination: string): boolean {
  if (destination === "" || destination.startsWith("<") || hasSpaceOrControl(destination)) {
    return false;
  }
  let depth = 0;
  for (let index = 0; index < destination.length; index += 1) {
    const character = destination[index];
    if (character === "\\") index += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0 || depth > 30) return false;
  }
  return depth === 0;
}

function hasSpaceOrControl(text: string): boolean {
  for (const character of text) if (character <= " " || character === "\u007F") return true;
  return false;
}
