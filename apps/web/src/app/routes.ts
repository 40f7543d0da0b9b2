import * as account from "#features/account/routes.js";
import * as blaming from "#features/blaming/routes.js";
import * as browsing from "#features/browsing/routes.js";
import * as comparing from "#features/comparing/routes.js";
import * as editing from "#features/editing/routes.js";
import * as exploring from "#features/exploring/routes.js";
import * as history from "#features/history/routes.js";
import * as managing from "#features/managing/routes.js";
import * as reading from "#features/reading/routes.js";
import * as searching from "#features/searching/routes.js";
import type { PathMatch, Route } from "#routing/index.js";

// In this order: a screen under `/-/` before the page whose address it extends.
const routes: readonly Route[] = [
  browsing.homeRoute,
  exploring.explorerRoute,
  searching.searchRoute,
  browsing.recentRoute,
  browsing.personRoute,
  account.signInRoute,
  account.signUpRoute,
  account.setupRoute,
  account.accountRoute,
  managing.newSpaceRoute,
  managing.restoreRoute,
  editing.newPageRoute,
  editing.editRoute,
  managing.deleteRoute,
  managing.moveRoute,
  managing.revertRoute,
  history.historyRoute,
  blaming.blameRoute,
  comparing.chooseComparisonRoute,
  comparing.compareRoute,
  reading.rawRoute,
  reading.pageRoute,
  browsing.spaceRoute,
];

/** The route that answers at an address, and what its pattern found there. */
export function findRoute(url: URL): { route: Route; params: PathMatch } | undefined {
  for (const route of routes) {
    const params = route.match(url.pathname);
    if (!params) continue;
    const isOld = route === reading.pageRoute && url.searchParams.has("rev");
    return { route: isOld ? reading.oldRevisionRoute : route, params };
  }
  return undefined;
}
