export {
  createGraphql,
  type Graphql,
  type GraphqlHttpRequest,
  type Operation,
  type OperationResult,
} from "./apollo.js";
export { LIMITS } from "./limits.js";
