const textCharacter = /[&<]/g;
const attributeCharacter = /[&"]/g;

// Exactly what hast-util-to-html writes, so that both ways of rendering give the same bytes.
export function escapeText(text: string): string {
  return text.replace(textCharacter, (character) => (character === "&" ? "&amp;" : "&lt;"));
}

export function escapeAttribute(value: string): string {
  return value.replace(attributeCharacter, (character) => (character === "&" ? "&amp;" : "&quot;"));
}

/** Attributes as text, a leading space each; `undefined` leaves one out, `true` writes its name. */
export function attributes(values: Record<string, string | number | true | undefined>): string {
  let result = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === true) result += ` ${name}`;
    else if (value !== undefined) result += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return result;
}
