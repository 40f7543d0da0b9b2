import { randomUUID } from "node:crypto";
import { RequestFailed } from "#api/index.js";
import {
  defineRoute,
  Forbidden,
  localAddress,
  NoPageHere,
  NotFound,
  pagePathOf,
  Redirect,
  SignInFirst,
  under,
  type Here,
  type RouteRequest,
} from "#routing/index.js";
import { pageHead, type PageFrame_PageFragment } from "#ui/page-frame/index.js";
import { findConflict, refusals, type EditorData } from "./editor-data.js";
import { EditorView, NewPageView } from "./editor-view.js";
import {
  Editor_CreateDocument,
  Editor_SaveDocument,
  EditorViewDocument,
  NewPageViewDocument,
  type EditorErrorFragment,
} from "./editing.generated.js";
import { fromForm } from "./line-ends.js";

export interface Editing {
  page: PageFrame_PageFragment;
  editor: EditorData;
}

export const editRoute = defineRoute<Editing>({
  path: "/:space/:path+/-/edit",
  mode: "app",
  load: startEditing,
  async action(request) {
    const { page, editor } = await startEditing(request);
    const typed = readForm(request.form, editor);
    if (request.form.get("action") === "preview") {
      return { page, editor: { ...typed, answer: await preview(typed) } };
    }
    const { pageSave } = await request.api.mutate(Editor_SaveDocument, {
      input: {
        pageId: page.id,
        baseRevisionId: typed.base,
        markdown: typed.markdown,
        message: typed.message,
        isMinor: typed.isMinor,
        idempotencyKey: typed.idempotencyKey,
      },
    });
    if (pageSave.outcome === "UNCHANGED")
      return { page, editor: { ...typed, answer: { kind: "unchanged" } } };
    const { revision } = pageSave;
    if (revision)
      throw new Redirect(addressAfterSave(page.url, revision, pageSave.outcome === "MERGED"));
    return { page, editor: afterRefusal(typed, pageSave.errors) };
  },
  head: ({ page }, here) =>
    pageHead(page, { title: `Edit ${page.title}`, isIndexed: false, ...editorScript(here) }),
  status: ({ editor }) => statusOf(editor),
  View: EditorView,
});

export interface Writing {
  space: { name: string; url: string };
  editor: EditorData;
}

export const newPageRoute = defineRoute<Writing>({
  path: "/:space/-/new",
  mode: "app",
  load: startWriting,
  async action(request) {
    const { space, editor } = await startWriting(request);
    const typed = readForm(request.form, editor);
    if (request.form.get("action") === "preview") {
      return { space, editor: { ...typed, answer: await preview(typed) } };
    }
    const { pageCreate } = await request.api.mutate(Editor_CreateDocument, {
      input: {
        space: typed.space,
        path: typed.path,
        locale: typed.locale,
        markdown: typed.markdown,
        message: typed.message,
        idempotencyKey: typed.idempotencyKey,
      },
    });
    if (pageCreate.page) throw new Redirect(`${localAddress(pageCreate.page.url)}?saved=1`);
    return { space, editor: afterRefusal(typed, pageCreate.errors) };
  },
  head: (_, here) => ({ title: "New page", isIndexed: false, ...editorScript(here) }),
  status: ({ editor }) => statusOf(editor),
  View: NewPageView,
});

/** `?plain` keeps the form as it is: a text field, for whoever prefers one. */
function editorScript(here: Here): { script?: "editor" } {
  return here.url.searchParams.has("plain") ? {} : { script: "editor" };
}

async function startEditing({ here, params, api }: RouteRequest): Promise<Editing> {
  if (!here.viewer.isSignedIn) throw new SignInFirst();
  const path = pagePathOf(params);
  const { page, spaces, site } = await api.query(EditorViewDocument, { path });
  if (!page) throw new NoPageHere(path, "/-/edit");
  if (!page.viewerCanEdit) throw new Forbidden("edit");
  return {
    page,
    editor: {
      page: { id: page.id, title: page.title, number: page.head.number },
      address: localAddress(page.url),
      space: page.space.key,
      path: page.path,
      locale: page.locale,
      defaultLocale: page.space.defaultLocale,
      filePath: page.filePath,
      base: page.head.id,
      markdown: page.markdown,
      message: "",
      isMinor: false,
      idempotencyKey: randomUUID(),
      spaces: spaces.nodes.map((space) => space.key),
      locales: site.locales,
      nonce: here.nonce,
      answer: { kind: "none" },
    },
  };
}

async function startWriting({ here, params, api }: RouteRequest): Promise<Writing> {
  if (!here.viewer.isSignedIn) throw new SignInFirst();
  const key = params["space"] ?? "";
  const path = here.url.searchParams.get("path") ?? "";
  const asked = params["locale"] ?? here.url.searchParams.get("locale");
  const { space, page, spaces, site } = await api.query(NewPageViewDocument, {
    key,
    path: { space: key, path: path === "" ? "-" : path, locale: asked },
  });
  if (!space) throw new NotFound("space");
  if (!space.viewerCanWrite) throw new Forbidden("write");
  if (page) throw new Redirect(under(page.url, "edit"));
  const locale = asked ?? space.defaultLocale;
  return {
    space,
    editor: {
      address: localAddress(space.url),
      space: space.key,
      path,
      locale,
      defaultLocale: space.defaultLocale,
      filePath: `${path === "" ? "new" : path}.md`,
      base: "",
      markdown: `# ${titleFrom(path)}\n\n`,
      message: "",
      isMinor: false,
      idempotencyKey: randomUUID(),
      spaces: spaces.nodes.map((one) => one.key),
      locales: site.locales,
      nonce: here.nonce,
      answer: { kind: "none" },
    },
  };
}

function titleFrom(path: string): string {
  const words = (path.split("/").at(-1) ?? "").replaceAll("-", " ");
  return words === "" ? "Title" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the form says over what the page says. */
function readForm(form: URLSearchParams, editor: EditorData): EditorData {
  return {
    ...editor,
    path: form.get("path") ?? editor.path,
    base: form.get("base") ?? editor.base,
    markdown: fromForm(form.get("markdown") ?? "", editor.markdown),
    message: form.get("message") ?? "",
    isMinor: form.get("minor") === "yes",
    idempotencyKey: form.get("key") ?? editor.idempotencyKey,
  };
}

async function preview(editor: EditorData): Promise<EditorData["answer"]> {
  // Loaded when somebody previews without JavaScript, which is seldom.
  const { renderMarkdown } = await import("@stet/markdown");
  return { kind: "preview", html: renderMarkdown(editor.markdown, editor).html };
}

/** Keeps what was typed. After a conflict the next save is based on what the writer has now seen. */
function afterRefusal(typed: EditorData, errors: readonly EditorErrorFragment[]): EditorData {
  const idempotencyKey = randomUUID();
  const conflict = findConflict(errors);
  if (conflict) {
    return {
      ...typed,
      idempotencyKey,
      base: conflict.theirs.id,
      answer: { kind: "conflict", conflict },
    };
  }
  if (errors.length === 0) throw new RequestFailed("EMPTY", "The save was answered with nothing.");
  return { ...typed, idempotencyKey, answer: { kind: "refused", errors: refusals(errors) } };
}

function statusOf({ answer }: EditorData): number {
  if (answer.kind === "conflict") return 409;
  return answer.kind === "refused" ? 422 : 200;
}

/** After a merge, what it came to is shown; after a plain save, the page. */
function addressAfterSave(
  url: string,
  revision: { number: number; parents: readonly { number: number }[] },
  isMerged: boolean,
): string {
  const parent = revision.parents[0]?.number ?? revision.number - 1;
  return isMerged
    ? under(url, `compare/${parent}...${revision.number}?merged=1`)
    : `${localAddress(url)}?saved=${revision.number}`;
}
