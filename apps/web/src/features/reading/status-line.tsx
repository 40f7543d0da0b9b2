import { localAddress } from "#routing/index.js";
import { ownLanguageName } from "#ui/language.js";
import { Day } from "#ui/time.js";
import type { FoundPage } from "./page-view.js";

const kinds = { PAGE: undefined, GUIDE: "Guide", POST: "Post" } as const;

/** When, by whom, what kind, about what, in which other languages: one line. */
export function StatusLine({ page }: { page: FoundPage }) {
  const others = page.translations.filter((translation) => translation.id !== page.id);
  const kind = kinds[page.kind];
  return (
    <div className="status-line" lang="en">
      <span>
        Updated <Day at={page.updatedAt} /> by{" "}
        <a href={`/-/people/${page.head.author.id}`}>{page.head.author.name}</a>
      </span>
      {kind && <span className="kind">{kind}</span>}
      {page.tags.length > 0 && (
        <ul className="tags" aria-label="Tags">
          {page.tags.map((tag) => (
            <li key={tag}>
              <a href={`/-/search?q=${encodeURIComponent(tag)}&space=${page.space.key}`}>{tag}</a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="languages" aria-label="In other languages">
          {others.map((other) => (
            <li key={other.id}>
              <a href={localAddress(other.url)} hrefLang={other.locale} lang={other.locale}>
                {ownLanguageName(other.locale)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
