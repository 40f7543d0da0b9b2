/** "Deutsch" for `de`: a language is found by its own name. */
export function ownLanguageName(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
