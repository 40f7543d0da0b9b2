import type { PagePath } from "./page-path.js";

/** Leaves for another address. 303 after a form, 301 for an address that moved for ever. */
export class Redirect extends Error {
  constructor(
    readonly to: string,
    readonly status: 301 | 302 | 303 = 303,
  ) {
    super(`Redirect to ${to}`);
  }
}

/** No such thing here, or the viewer may not know of it. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`Not found: ${what}`);
  }
}

/** No page at this address; the API is asked whether it moved, was deleted, or what is near. */
export class NoPageHere extends Error {
  constructor(
    readonly path: PagePath,
    /** What follows the page's own address, such as `/-/history`; kept by a redirect. */
    readonly rest = "",
  ) {
    super(`No page at ${path.space}/${path.path}`);
  }
}

/** The viewer must sign in first and comes back afterwards. */
export class SignInFirst extends Error {
  constructor() {
    super("Sign in first");
  }
}

/** The viewer is known and may not. */
export class Forbidden extends Error {}
