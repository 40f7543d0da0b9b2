/** What PostgreSQL can be asked with: it knows no NUL, and half a character is none. Other texts stay as they are. */
export function storableText<T extends string | null | undefined>(text: T): T {
  return typeof text === "string" ? (text.toWellFormed().replaceAll("\0", "\uFFFD") as T) : text;
}
