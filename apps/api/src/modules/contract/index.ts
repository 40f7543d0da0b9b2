export { Access, type AccessRule } from "./access.js";
export {
  ConnectionArgs,
  connectionTypeOf,
  COUNT_LIMIT,
  toConnection,
  toCount,
  type Connection,
} from "./connection.type.js";
export { encodeCursor } from "./cursor.js";
export { sliceOf, windowOf, type Order, type Slice, type Window } from "./keyset.js";
export { NodeResolver } from "./node.resolver.js";
export { NodeType } from "./node.type.js";
export { defineNode, type NodeFinder } from "./nodes.js";
export { defineUserError, payload } from "./payload.js";
export { perRequest, requestLoader } from "./per-request.js";
export { DateTimeScalar, JsonScalar, LocaleScalar, parseLocale, UrlScalar } from "./scalars.js";
export { selectedFields } from "./selection.js";
export { InputErrorType, UserErrorType } from "./user-error.type.js";
export { forgetAnswers, idempotently, type Remember } from "./idempotency.js";
export { storableText } from "./storable-text.js";
