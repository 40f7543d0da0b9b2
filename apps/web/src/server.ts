export { ASSETS_PATH, assetFiles, ENTRIES, type AssetManifest } from "./app/assets.js";
export { renderRoute } from "./app/render-route.js";
export { DOCUMENT_CSP, GRAPHIQL_CSP, THEME_SNIPPET_HASH } from "./app/security.js";
export type { WebDeps, WebRequest, WebResponse } from "./app/web.js";
