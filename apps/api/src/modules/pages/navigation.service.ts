import type { Context } from "../../context.js";
import { requestLoader } from "../contract/index.js";
import {
  navigationOf,
  surroundingsOf,
  type NavigationNode,
  type Surroundings,
} from "./navigation.js";
import { listNavigationPages } from "./navigation.repository.js";
import type { Page } from "./page.js";

type ScopeKey = `${string} ${string}`;

const navigationByScope = requestLoader<ScopeKey, readonly NavigationNode[]>(async (ctx, keys) => {
  const scopes = keys.map((key) => {
    const [spaceId = "", locale = ""] = key.split(" ");
    return { spaceId, locale };
  });
  const pages = await listNavigationPages(ctx.db, scopes);
  return new Map(keys.map((key, index) => [key, navigationOf(pages[index] ?? [])]));
});

/** The tree of one language of a space that the viewer may read. */
export async function navigationIn(
  ctx: Context,
  spaceId: string,
  locale: string,
): Promise<readonly NavigationNode[]> {
  return (await navigationByScope(ctx).load(`${spaceId} ${locale}`)) ?? [];
}

export async function surroundings(ctx: Context, page: Page): Promise<Surroundings> {
  return surroundingsOf(await navigationIn(ctx, page.space.id, page.locale), page.path);
}
