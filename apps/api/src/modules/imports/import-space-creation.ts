import type { Db, Visibility } from "#platform/database/index.js";
import { DomainError, OperatorError } from "#platform/errors.js";
import { newUuid } from "#platform/ids.js";
import { appendChanges } from "../changes/index.js";
import { checkSpaceKey, checkSpaceName, insertSpace } from "../spaces/index.js";
import { inTransaction } from "#platform/database/index.js";

export interface NewImportSpace {
  readonly key: string;
  readonly name?: string | undefined;
  readonly visibility: Visibility;
  readonly locale: string;
  /** Locales of the site: no space may be called like one. */
  readonly locales: readonly string[];
}

/**
 * Makes a space unless there is one with this key; says whether it did.
 * @throws {OperatorError} when the key cannot be one.
 */
export async function createImportSpace(db: Db, space: NewImportSpace): Promise<boolean> {
  const { key, visibility, locale, locales } = space;
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale)) {
    throw new OperatorError(
      `${locale} is not the code of a language.`,
      "Use a code such as en, de or zh-hans.",
    );
  }
  return inTransaction(db, async (tx) => {
    try {
      const existing = await tx
        .selectFrom("space")
        .select("id")
        .where("key", "=", key)
        .executeTakeFirst();
      if (existing) return false;
      checkSpaceKey(key, locales);
      const name = checkSpaceName(space.name ?? titleOf(key));
      const id = newUuid();
      const made = await insertSpace(tx, {
        id,
        key,
        name,
        description: "",
        visibility,
        defaultLocale: locale,
        createdAt: new Date(),
      });
      if (made) await appendChanges(tx, [{ type: "space.created", spaceId: id }]);
      return made !== undefined;
    } catch (error) {
      if (error instanceof DomainError) throw new OperatorError(error.message);
      throw error;
    }
  });
}

/** `xcp-ng-docs` is "Xcp ng docs" until somebody says otherwise. */
function titleOf(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
