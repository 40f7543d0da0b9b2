interface TocEntry {
  id: string;
  text: string;
  level: number;
}

/** The headings of a page: a column where there is room, folded above the text where there is not. */
export function TableOfContents({
  entries,
  locale,
}: {
  entries: readonly TocEntry[];
  locale: string;
}) {
  const shown = entries.filter((entry) => entry.level <= 3);
  if (shown.length < 2) return null;
  return (
    <nav className="toc" aria-labelledby="toc-title" lang="en" data-island="toc">
      <details>
        <summary id="toc-title">On this page</summary>
        <ol lang={locale}>
          {shown.map((entry) => (
            <li key={entry.id} className={entry.level > 2 ? "deeper" : undefined}>
              <a href={`#${entry.id}`}>{entry.text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
