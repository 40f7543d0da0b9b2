import { createElement } from "react";
import { RequestFailed, type Api } from "#api/index.js";
import { addressScreen } from "#features/reading/address.js";
import {
  Forbidden,
  NoPageHere,
  NotFound,
  Redirect,
  SignInFirst,
  type Here,
  type Screen,
} from "#routing/index.js";
import { FailureView, type FailureKind } from "./failure-view.js";
import type { WebDeps } from "./web.js";

/** Turns whatever a route threw into a screen or a redirect. */
export async function answerFailure(
  error: unknown,
  here: Here,
  api: Api,
  deps: WebDeps,
): Promise<Screen | Redirect> {
  try {
    if (error instanceof NoPageHere) return await addressScreen(error, here, api);
  } catch (later) {
    return failureOf(later, here, deps);
  }
  return failureOf(error, here, deps);
}

function failureOf(error: unknown, here: Here, deps: WebDeps): Screen | Redirect {
  if (error instanceof Redirect) return error;
  if (error instanceof SignInFirst || isRefusal(error, "UNAUTHENTICATED")) {
    const next = encodeURIComponent(here.url.pathname + here.url.search);
    return new Redirect(`/-/sign-in?next=${next}`, 303);
  }
  if (error instanceof NotFound) return failureScreen("missing", here);
  if (error instanceof Forbidden || isRefusal(error, "FORBIDDEN"))
    return failureScreen("forbidden", here);
  if (isRefusal(error, "RATE_LIMITED")) return failureScreen("busy", here);
  // An address or form made by hand; nobody has to look into it.
  if (isRefusal(error, "BAD_USER_INPUT")) return failureScreen("malformed", here);
  deps.onError?.(error);
  return failureScreen("broken", here);
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof RequestFailed && error.code === code;
}

const screens = {
  missing: { status: 404, title: "Nothing here" },
  forbidden: { status: 403, title: "Not allowed" },
  malformed: { status: 400, title: "Not understood" },
  busy: { status: 429, title: "Too many requests" },
  broken: { status: 500, title: "Something broke" },
} as const;

function failureScreen(kind: FailureKind, here: Here): Screen {
  const { status, title } = screens[kind];
  return {
    status,
    head: { title, isIndexed: false },
    body: createElement(FailureView, { kind, title, here }),
    mode: "document",
  };
}
