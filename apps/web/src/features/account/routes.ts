import { defineRoute, Redirect, SignInFirst, type RouteRequest } from "#routing/index.js";
import { readAccountForm } from "./account-error.js";
import { AccountView, type Account } from "./account-view.js";
import { AccountViewDocument, SignInViewDocument } from "./account-view.generated.js";
import { SetupView, SignInView, SignUpView, type SignIn } from "./sign-in-view.js";

// The accounts module answers the POSTs of these forms at the same addresses.

export const signInRoute = defineRoute<SignIn>({
  path: "/-/sign-in",
  mode: "document",
  load: loadSignIn,
  head: () => ({ title: "Sign in", isIndexed: false }),
  View: SignInView,
});

export const signUpRoute = defineRoute<SignIn>({
  path: "/-/sign-up",
  mode: "document",
  load: loadSignIn,
  head: () => ({ title: "Create an account", isIndexed: false }),
  View: SignUpView,
});

export const setupRoute = defineRoute<SignIn>({
  path: "/-/setup",
  mode: "document",
  load: async ({ here }) => ({ form: readAccountForm(here.url.searchParams), canSignUp: false }),
  head: () => ({ title: "Set up this site", isIndexed: false }),
  View: SetupView,
});

export const accountRoute = defineRoute<Account>({
  path: "/-/account",
  mode: "document",
  async load({ here, api }) {
    const { viewer } = await api.query(AccountViewDocument, {});
    if (!viewer.isSignedIn) throw new SignInFirst();
    return {
      viewer,
      form: readAccountForm(here.url.searchParams),
      hasChangedPassword: here.url.searchParams.get("changed") === "password",
    };
  },
  head: () => ({ title: "Your account", isIndexed: false }),
  View: AccountView,
});

async function loadSignIn({ here, api }: RouteRequest): Promise<SignIn> {
  const form = readAccountForm(here.url.searchParams);
  if (here.viewer.isSignedIn) throw new Redirect(localPath(form.next, here.url), 303);
  const { site } = await api.query(SignInViewDocument, {});
  return { form, canSignUp: site.signUpEnabled };
}

/** Where to go afterwards: a path of this site as a browser reads it, which drops tabs and takes "\\" for "/". */
function localPath(next: string, here: URL): string {
  const url = next.startsWith("/") ? URL.parse(next, here) : null;
  if (url?.origin !== here.origin || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
