import type { GraphQLFormattedError } from "graphql";

/** What the API needs of the web app's server build; `apps/web/src/server.ts` has the same shape. */
export interface WebApp {
  renderRoute(request: WebRequest, deps: WebDeps): Promise<WebResponse>;
}

export interface WebRequest {
  method: "GET" | "HEAD" | "POST";
  url: URL;
  headers: Record<string, string>;
  form?: URLSearchParams;
  viewer: { isSignedIn: boolean; name?: string; isAdmin: boolean };
}

export interface WebDeps {
  execute(operation: {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  }): Promise<{ data?: unknown; errors?: readonly GraphQLFormattedError[] }>;
  site: { name: string; url: string };
  assets: unknown;
  nonce?: string;
  onError?(error: unknown): void;
}

export interface WebResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  cache: "public" | "private";
}
