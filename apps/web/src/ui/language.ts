const names = new Intl.DisplayNames(["en"], { type: "language" });

/** "German" for `de`; the code itself for one nobody named. */
export function languageName(locale: string): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** "Deutsch" for `de`: a language is found by its own name. */
export function ownLanguageName(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
