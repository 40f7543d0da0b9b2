export { createPage, type CreateInput } from "./create-page.js";
export { EditConflict } from "./edit-conflict.js";
export { EditConflictType } from "./edit-conflict.type.js";
export { EditingResolver } from "./editing.resolver.js";
export { savePage, type SaveInput, type SaveOutcome, type SaveResult } from "./save-page.js";
