export type { Change, ChangeType } from "./change.js";
export { appendChanges } from "./changes.repository.js";
