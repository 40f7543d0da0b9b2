export { paint } from "./paint.js";
export type { Badge, PaintedBlock, Painting, RenderedText } from "./types.js";
