import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AccountError } from "./account.js";
import type { Accounts, Sender } from "./accounts.service.js";
import { localPath } from "./local-path.js";
import { completeSetup } from "./setup.service.js";

const MAX_FORM_BYTES = 16 * 1024;

/**
 * The plain form posts of signing in and out. The web app renders the forms at the same addresses; these answer 303.
 * Same-origin is checked for every unsafe request by the HTTP frame, before these run.
 */
export async function accountsRoutes(
  app: FastifyInstance,
  options: { accounts: Accounts },
): Promise<void> {
  const { accounts } = options;
  const type = "application/x-www-form-urlencoded";
  // Ours alone: inside this scope a form is a form, whatever other parts of the server make of one.
  if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type);
  app.addContentTypeParser(
    type,
    { parseAs: "string", bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => {
      done(null, new URLSearchParams(body as string));
    },
  );

  const form = (path: string, act: (form: Form, sender: Sender) => Promise<Outcome>) => {
    app.post(path, { bodyLimit: MAX_FORM_BYTES }, async (request, reply) => {
      const fields = new Form(request.body);
      reply.header("cache-control", "no-store");
      try {
        const { cookies, location } = await act(fields, senderOf(request));
        return await reply.header("set-cookie", cookies).redirect(location, 303);
      } catch (error) {
        if (!(error instanceof AccountError)) throw error;
        return refuse(request, reply, error, fields.backTo(path, error));
      }
    });
  };

  form("/-/sign-in", async (fields, sender) => ({
    cookies: await accounts.signIn(
      { email: fields.text("email"), password: fields.text("password") },
      sender,
    ),
    location: localPath(fields.text("next")),
  }));
  form("/-/sign-up", async (fields, sender) => ({
    cookies: await accounts.signUp(fields.newAccount(), sender),
    location: localPath(fields.text("next")),
  }));
  form("/-/setup", async (fields) => ({
    cookies: await completeSetup(accounts, fields.text("token"), fields.newAccount()),
    location: "/",
  }));
  form("/-/sign-out", async (fields, sender) => ({
    cookies: await accounts.signOut(sender),
    location: localPath(fields.text("next")),
  }));
  form("/-/sign-out-everywhere", async (_fields, sender) => ({
    cookies: await accounts.signOutEverywhere(sender),
    location: "/",
  }));
  form("/-/change-password", async (fields, sender) => ({
    cookies: await accounts.changePassword(
      { current: fields.text("current"), next: fields.text("password") },
      sender,
    ),
    location: "/-/account?changed=password",
  }));
}

interface Outcome {
  cookies: string[];
  location: string;
}

class Form {
  readonly #fields: URLSearchParams;

  constructor(body: unknown) {
    this.#fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  }

  text(name: string): string {
    return this.#fields.get(name) ?? "";
  }

  /** These three and nothing else, whatever the form carries. */
  newAccount(): { name: string; email: string; password: string } {
    return { name: this.text("name"), email: this.text("email"), password: this.text("password") };
  }

  /** The form again, filled in with what may be shown; never a password. */
  backTo(path: string, error: AccountError): string {
    if (path === "/-/change-password") {
      return error.code === "UNAUTHENTICATED"
        ? "/-/sign-in?next=%2F-%2Faccount"
        : `/-/account?${new URLSearchParams({ error: error.code }).toString()}`;
    }
    const query = new URLSearchParams({ error: error.code });
    for (const name of ["email", "name", "next", "token"]) {
      const value = this.text(name);
      if (value !== "" && value.length <= 500)
        query.set(name, name === "next" ? localPath(value) : value);
    }
    if (error.details.retryAfter !== undefined)
      query.set("retry", String(error.details.retryAfter));
    return `${path}?${query.toString()}`;
  }
}

function senderOf(request: FastifyRequest): Sender {
  const { cookie, "user-agent": userAgent } = request.headers;
  return { address: request.ip, cookie, userAgent };
}

/** Browsers are sent back to the form. Programs that try too often are told so by the status. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  error: AccountError,
  location: string,
): FastifyReply {
  if (error.code !== "RATE_LIMITED") return reply.redirect(location, 303);
  reply.header("retry-after", String(error.details.retryAfter ?? 60));
  const isBrowser = request.headers.accept?.includes("text/html") ?? false;
  return isBrowser
    ? reply.redirect(location, 303)
    : reply.code(429).type("text/plain").send(`${error.message}\n`);
}
