export { DeletedPageType, toDeletedPage, type DeletedPage } from "./address.type.js";
export {
  partsOf,
  plainParts,
  revisionColumns,
  selectPages,
  toPageRecord,
  toRevision,
  type PageRow,
  type PageParts,
  type RevisionRow,
} from "./page-columns.js";
export { PageContentResolver, SpaceNavigationResolver } from "./page-content.resolver.js";
export { checkPagePath, defaultFilePath, pageAddress } from "./page-path.js";
export type { Page, PageAddress, RenderedHtml, Revision } from "./page.js";
export { PageKindEnum, PageType, toPage, TocEntryType } from "./page.type.js";
export {
  mayOnPages,
  pageRoles,
  requirePublishing,
  visiblePage,
  type PageAction,
} from "./pages.policy.js";
export { escapeLike } from "./pages.repository.js";
export { PagesResolver } from "./pages.resolver.js";
export { pageById } from "./pages.service.js";
export { PathProblem } from "./path-problem.js";
export { markdownByRevision, renderedByRevision } from "./rendered.service.js";
