export { ChangeList } from "./change-list.js";
export type { ChangeSentence_RevisionFragment } from "./change-sentence.generated.js";
