export { createGraphql, type Graphql, type GraphqlHttpRequest, type Operation } from "./apollo.js";
export { LIMITS } from "./limits.js";
