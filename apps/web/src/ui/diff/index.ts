export { Segments, signOf } from "./segments.js";
export { summarySentence } from "./summary-sentence.js";
