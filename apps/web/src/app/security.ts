import { createHash } from "node:crypto";

/**
 * Runs before the first paint, so that a chosen theme does not flash. The only inline script of
 * document mode: a nonce would make the HTML uncacheable, a hash does not.
 */
export const THEME_SNIPPET =
  'try{var t=localStorage.getItem("stet-theme");if(t)document.documentElement.dataset.theme=t}catch(e){}';

export const THEME_SNIPPET_HASH = `sha256-${createHash("sha256").update(THEME_SNIPPET).digest("base64")}`;

const always = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const script = `script-src 'self' '${THEME_SNIPPET_HASH}'`;

/** Pages may show pictures from elsewhere; nothing else comes from elsewhere. */
export const DOCUMENT_CSP = `default-src 'none'; ${script}; style-src 'self'; img-src 'self' data: https:; media-src 'self' https:; connect-src 'self'; manifest-src 'self'; ${always}`;

/** The editor's styles are made as they are needed, hence the nonce. */
export function appCsp(nonce: string | undefined): string {
  const style = nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`;
  return `default-src 'none'; ${script}; ${style}; img-src 'self' data: https:; connect-src 'self'; worker-src 'self'; ${always}`;
}

/** Monaco, inside GraphiQL, writes style attributes and has no nonce for them. */
export const GRAPHIQL_CSP = `default-src 'none'; ${script}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; ${always}`;
