export {
  PageHistoryResolver,
  PersonRevisionsResolver,
  SpaceRecentChangesResolver,
} from "./page-history.resolver.js";
export { RevisionType, toRevisionType } from "./revision.type.js";
export { RevisionsResolver } from "./revisions.resolver.js";
export { findRevision, revisionById } from "./revisions.service.js";
