import type { LinkContext, PageTarget } from "./link.js";
import { pagePathOfSegments } from "./page-path.js";

/** File names that stand for their folder. */
export const indexName = /^(?:index|readme)$/i;

/** Collects distinct targets; each place is tried in its locale before the default locale is. */
export class Candidates {
  readonly #context: LinkContext;
  readonly #targets: PageTarget[] = [];

  constructor(context: LinkContext) {
    this.#context = context;
  }

  /** Also adds the page that a folder's own file gives (`a/a.md` for `a`), which is a common habit. */
  addPath(segments: readonly string[], space?: string, locale?: string): void {
    const withoutIndex = indexName.test(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;
    const target = {
      space: space ?? this.#context.space,
      locale: locale ?? this.#context.locale,
      path: pagePathOfSegments(withoutIndex),
    };
    this.#add(target);
    const last = withoutIndex.at(-1);
    if (last === undefined) return;
    if (withoutIndex.at(-2)?.toLowerCase() === last.toLowerCase()) {
      this.#add({ ...target, path: pagePathOfSegments(withoutIndex.slice(0, -1)) });
    } else {
      this.#add({ ...target, path: pagePathOfSegments([...withoutIndex, last]) });
    }
  }

  list(): PageTarget[] {
    const { defaultLocale } = this.#context;
    const own = this.#targets.slice();
    for (const target of own) this.#add({ ...target, locale: defaultLocale });
    return this.#targets;
  }

  #add(target: PageTarget): void {
    const isKnown = this.#targets.some(
      (each) =>
        each.path === target.path && each.space === target.space && each.locale === target.locale,
    );
    if (!isKnown) this.#targets.push(target);
  }
}
