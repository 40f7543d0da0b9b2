import {
  defineRoute,
  Forbidden,
  localAddress,
  NoPageHere,
  NotFound,
  pagePathOf,
  Redirect,
  SignInFirst,
  type RouteRequest,
} from "#routing/index.js";
import { pageHead } from "#ui/page-frame/index.js";
import { DeleteView, MoveView, RevertView, type ManagedPage, type Revert } from "./manage-views.js";
import {
  DeleteView_DeleteDocument,
  ManagePageDocument,
  MoveView_MoveDocument,
  NewSpaceView_CreateDocument,
  RestoreForm_RestoreDocument,
  RevertView_RevertDocument,
  RevertViewDocument,
} from "./managing.generated.js";
import { NewSpaceView } from "./new-space-view.js";
import { formState, untouched, type FormState } from "./outcome.js";

export const deleteRoute = defineRoute<ManagedPage>({
  path: "/:space/:path+/-/delete",
  mode: "document",
  load: async (request) => ({
    page: await managedPage(request, "viewerCanDelete"),
    state: untouched,
  }),
  async action(request) {
    const page = await managedPage(request, "viewerCanDelete");
    const message = request.form.get("message");
    const { pageDelete } = await request.api.mutate(DeleteView_DeleteDocument, {
      input: { pageId: page.id, message },
    });
    if (pageDelete.errors.length === 0) throw new Redirect(localAddress(page.url));
    return { page, state: formState(request.form, pageDelete.errors) };
  },
  head: ({ page }) => pageHead(page, { title: `Delete ${page.title}`, isIndexed: false }),
  status: ({ state }) => (state.errors.length > 0 ? 422 : 200),
  View: DeleteView,
});

export const moveRoute = defineRoute<ManagedPage>({
  path: "/:space/:path+/-/move",
  mode: "document",
  load: async (request) => ({
    page: await managedPage(request, "viewerCanMove"),
    state: untouched,
  }),
  async action(request) {
    const { form } = request;
    const page = await managedPage(request, "viewerCanMove");
    const { pageMove } = await request.api.mutate(MoveView_MoveDocument, {
      input: {
        pageId: page.id,
        path: form.get("path") ?? "",
        includeDescendants: form.get("descendants") === "yes",
        message: form.get("message"),
      },
    });
    if (pageMove.page) throw new Redirect(localAddress(pageMove.page.url));
    return { page, state: formState(form, pageMove.errors) };
  },
  head: ({ page }) => pageHead(page, { title: `Move ${page.title}`, isIndexed: false }),
  status: ({ state }) => (state.errors.length > 0 ? 422 : 200),
  View: MoveView,
});

export const revertRoute = defineRoute<Revert>({
  path: "/:space/:path+/-/revert",
  mode: "document",
  load: async (request) => ({ ...(await revertedPage(request)), state: untouched }),
  async action(request) {
    const { page, revision } = await revertedPage(request);
    const { pageRevert } = await request.api.mutate(RevertView_RevertDocument, {
      input: {
        pageId: page.id,
        toRevisionId: revision.id,
        baseRevisionId: request.form.get("base") ?? page.head.id,
        message: request.form.get("message"),
      },
    });
    if (pageRevert.page) throw new Redirect(localAddress(pageRevert.page.url));
    return { page, revision, state: formState(request.form, pageRevert.errors) };
  },
  head: ({ page, revision }) =>
    pageHead(page, {
      title: `Restore revision ${revision.number} of ${page.title}`,
      isIndexed: false,
    }),
  status: ({ state }) => (state.errors.length > 0 ? 422 : 200),
  View: RevertView,
});

/** The button on a deleted page's address; it has no screen of its own. */
export const restoreRoute = defineRoute<never>({
  path: "/-/restore/:id",
  mode: "document",
  load() {
    throw new NotFound("address");
  },
  async action({ params, api, here }) {
    if (!here.viewer.isSignedIn) throw new SignInFirst();
    const input = { pageId: params["id"] ?? "" };
    const { pageRestore } = await api.mutate(RestoreForm_RestoreDocument, { input });
    if (pageRestore.page) throw new Redirect(localAddress(pageRestore.page.url));
    throw new Forbidden(pageRestore.errors[0]?.message ?? "This page cannot be restored.");
  },
  head: () => ({ title: "" }),
  View: () => null,
});

export const newSpaceRoute = defineRoute<FormState>({
  path: "/-/new-space",
  mode: "document",
  async load({ here }) {
    if (!here.viewer.isSignedIn) throw new SignInFirst();
    return untouched;
  },
  async action({ form, api, here }) {
    if (!here.viewer.isSignedIn) throw new SignInFirst();
    const { spaceCreate } = await api.mutate(NewSpaceView_CreateDocument, {
      input: {
        key: form.get("key") ?? "",
        name: form.get("name") ?? "",
        description: form.get("description"),
        defaultLocale: form.get("defaultLocale"),
        visibility: form.get("members") === "yes" ? "MEMBERS" : "PUBLIC",
      },
    });
    if (spaceCreate.space) throw new Redirect(localAddress(spaceCreate.space.url));
    return formState(form, spaceCreate.errors);
  },
  head: () => ({ title: "New space", isIndexed: false }),
  status: ({ errors }) => (errors.length > 0 ? 422 : 200),
  View: NewSpaceView,
});

async function managedPage(
  { here, params, api }: RouteRequest,
  permission: "viewerCanDelete" | "viewerCanMove",
): Promise<ManagedPage["page"]> {
  const path = pagePathOf(params);
  const { page } = await api.query(ManagePageDocument, { path });
  if (!page) throw new NoPageHere(path);
  if (page[permission]) return page;
  if (!here.viewer.isSignedIn) throw new SignInFirst();
  throw new Forbidden(permission);
}

async function revertedPage({ here, params, api }: RouteRequest): Promise<Omit<Revert, "state">> {
  const path = pagePathOf(params);
  const number = Number(here.url.searchParams.get("to"));
  if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31) throw new NotFound("revision");
  const { page } = await api.query(RevertViewDocument, { path, number });
  if (!page) throw new NoPageHere(path);
  if (!page.revisionByNumber) throw new NotFound("revision");
  if (!page.viewerCanEdit) {
    if (!here.viewer.isSignedIn) throw new SignInFirst();
    throw new Forbidden("edit");
  }
  return { page, revision: page.revisionByNumber };
}
