export { lineCounts } from "./line-counts.js";
export {
  PageHistoryResolver,
  PersonRevisionsResolver,
  SpaceRecentChangesResolver,
} from "./page-history.resolver.js";
export { recordRevisions, type RecordedAs, type RecordedRevision } from "./record-revisions.js";
export type { NewRevision, RevisionTarget, RevisionWrite } from "./revision-write.js";
export { writeRevision } from "./revision-write.repository.js";
export { RevisionType, toRevisionType } from "./revision.type.js";
export { RevisionsResolver } from "./revisions.resolver.js";
export { findRevision, revisionById } from "./revisions.service.js";
export {
  checkMessage,
  checkText,
  contentHashOf,
  frontMatterError,
  MAX_TEXT_BYTES,
  unstorable,
} from "./source-text.js";
