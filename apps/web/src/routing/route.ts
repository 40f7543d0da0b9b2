import { createElement, type ReactNode } from "react";
import type { Api } from "#api/index.js";
import type { Head } from "./head.js";
import type { Here } from "./here.js";
import { compilePath, type PathMatch } from "./path.js";

/** What a route is given: where the reader is, who they are, and the API as they may use it. */
export interface RouteRequest {
  here: Here;
  params: PathMatch;
  method: "GET" | "HEAD" | "POST";
  form: URLSearchParams;
  headers: Record<string, string>;
  api: Api;
}

export interface ViewProps<Data> {
  data: Data;
  here: Here;
}

/** `document`: no React in the browser. `app`: a client takes over, private. `explorer`: GraphiQL with a policy of its own. */
export type ScreenMode = "document" | "app" | "explorer";

interface RouteDefinition<Data> {
  /** `:name` is a segment, `:path+` one or more; any route may have a locale in front. */
  path: string;
  mode: ScreenMode;
  /** Fetches everything the screen shows. Throws an interruption to leave. */
  load(request: RouteRequest): Promise<Data>;
  /** Answers a POST: throws a `Redirect` when done, or returns what the form shows next. */
  action?: (request: RouteRequest) => Promise<Data>;
  head(data: Data, here: Here): Head;
  View: (props: ViewProps<Data>) => ReactNode;
  status?(data: Data): number;
}

export interface Screen {
  status: number;
  head: Head;
  body: ReactNode;
  mode: ScreenMode;
}

/** A route with its data type closed over, so that a list of routes needs no type parameter. */
export interface Route {
  path: string;
  mode: ScreenMode;
  acceptsPost: boolean;
  match: (pathname: string) => PathMatch | undefined;
  run(request: RouteRequest): Promise<Screen>;
}

export function defineRoute<Data>(route: RouteDefinition<Data>): Route {
  return {
    path: route.path,
    mode: route.mode,
    acceptsPost: route.action !== undefined,
    match: compilePath(route.path),
    async run(request) {
      const isAction = request.method === "POST";
      const data = await (isAction && route.action ? route.action(request) : route.load(request));
      return {
        status: route.status?.(data) ?? 200,
        head: route.head(data, request.here),
        body: createElement(route.View, { data, here: request.here }),
        mode: route.mode,
      };
    },
  };
}
