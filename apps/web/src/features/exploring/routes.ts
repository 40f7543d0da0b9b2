import { defineRoute } from "#routing/index.js";
import { ExplorerView } from "./explorer-view.js";

/** The API's own address, seen by a browser; everything else that asks there gets answers from the API. */
export const explorerRoute = defineRoute<null>({
  path: "/graphql",
  mode: "explorer",
  load: async () => null,
  head: () => ({ title: "GraphQL explorer", isIndexed: false, script: "graphiql" }),
  View: ExplorerView,
});
