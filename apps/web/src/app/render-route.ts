import { createRequestApi, type Api } from "#api/index.js";
import { NotFound, Redirect, type Here, type Screen } from "#routing/index.js";
import { renderDocument } from "./document.js";
import { answerFailure } from "./failures.js";
import { findRoute } from "./routes.js";
import { appCsp, DOCUMENT_CSP, GRAPHIQL_CSP } from "./security.js";
import { renderText } from "./text-routes.js";
import type { WebDeps, WebRequest, WebResponse } from "./web.js";

/** Answers any address that is not the API's own: a page, a form, a source text, or what went wrong. */
export async function renderRoute(request: WebRequest, deps: WebDeps): Promise<WebResponse> {
  const api = createRequestApi(deps.execute);
  const here: Here = {
    url: request.url,
    site: deps.site,
    viewer: request.viewer,
    nonce: deps.nonce,
  };
  try {
    const text = await renderText(here, api);
    if (text) return { ...text, cache: cacheOf(request, text.status) };
    return answer(await runRoute(request, here, api), request, here, deps);
  } catch (error) {
    const outcome = await answerFailure(error, here, api, deps);
    return outcome instanceof Redirect
      ? redirect(outcome, request)
      : answer(outcome, request, here, deps);
  }
}

async function runRoute(request: WebRequest, here: Here, api: Api): Promise<Screen> {
  const found = findRoute(request.url);
  if (!found || (request.method === "POST" && !found.route.acceptsPost)) {
    throw new NotFound("address");
  }
  return found.route.run({
    here,
    params: found.params,
    method: request.method,
    form: request.form ?? new URLSearchParams(),
    headers: request.headers,
    api,
  });
}

function answer(screen: Screen, request: WebRequest, here: Here, deps: WebDeps): WebResponse {
  return {
    status: screen.status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyOf(screen, deps),
      ...(screen.head.isIndexed === false ? { "x-robots-tag": "noindex" } : {}),
    },
    body: renderDocument(screen, here, deps.assets),
    cache: screen.mode === "document" ? cacheOf(request, screen.status) : "private",
  };
}

function policyOf({ mode }: Screen, { nonce }: WebDeps): string {
  if (mode === "app") return appCsp(nonce);
  return mode === "explorer" ? GRAPHIQL_CSP : DOCUMENT_CSP;
}

function redirect(to: Redirect, request: WebRequest): WebResponse {
  return {
    status: to.status,
    headers: { location: to.to },
    body: "",
    cache: cacheOf(request, to.status === 303 ? 303 : 200),
  };
}

// Errors stay out of the shared cache: a crawler of nonsense addresses must not fill it.
function cacheOf(request: WebRequest, status: number): "public" | "private" {
  const isPublic = !request.viewer.isSignedIn && request.method !== "POST" && status === 200;
  return isPublic ? "public" : "private";
}
