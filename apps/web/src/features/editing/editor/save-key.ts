/** Ctrl+S or Ctrl+Enter; with the command key on a Mac. */
export function isSaveKey(event: { ctrlKey: boolean; metaKey: boolean; key: string }): boolean {
  return (event.ctrlKey || event.metaKey) && (event.key === "s" || event.key === "Enter");
}
