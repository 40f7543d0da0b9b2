export { createPage, type CreateInput } from "./create-page.js";
export { EditConflictType } from "./edit-conflict.type.js";
export { EditingResolver } from "./editing.resolver.js";
export { savePage, type SaveInput, type SaveOutcome, type SaveResult } from "./save-page.js";
export { ArrangingResolver } from "./arranging.resolver.js";
export { deletePage } from "./delete-page.js";
export { movePage } from "./move-page.js";
export { revertPage } from "./revert-page.js";
