import { Client, fetchExchange } from "urql";
import { RequestFailed } from "#api/failure.js";
import { Editor_CreateDocument, Editor_SaveDocument } from "../editing.generated.js";
import { findConflict, refusals, type Conflict, type EditorData } from "../editor-data.js";

// A save must reach the server each time it is asked for: no cache, and no GET.
const client = new Client({ url: "/graphql", exchanges: [fetchExchange], preferGetMethod: false });

export interface SaveRequest {
  data: EditorData;
  base: string;
  path: string;
  markdown: string;
  message: string;
  isMinor: boolean;
  idempotencyKey: string;
}

export type SaveResult =
  | { kind: "saved"; address: string }
  | { kind: "unchanged" }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "refused"; errors: readonly { message: string; line?: number }[] }
  /** Signed out, out of reach, or broken: nothing was saved and nothing is lost. */
  | { kind: "failed"; code: string; message: string };

/** Saves a page, or creates it when there is none yet. Never throws. */
export async function saveText(request: SaveRequest): Promise<SaveResult> {
  try {
    return await (request.data.page ? save(request, request.data.page.id) : create(request));
  } catch (error) {
    const failure = error instanceof RequestFailed ? error : RequestFailed.from(error);
    return { kind: "failed", code: failure.code, message: failure.message };
  }
}

async function save(request: SaveRequest, pageId: string): Promise<SaveResult> {
  const { markdown, message, isMinor, idempotencyKey, base } = request;
  const input = { pageId, baseRevisionId: base, markdown, message, isMinor, idempotencyKey };
  const result = await client.mutation(Editor_SaveDocument, { input });
  if (result.error) throw RequestFailed.from(result.error);
  if (!result.data) throw new RequestFailed("EMPTY", "The save was answered with nothing.");
  const { outcome, page, revision, errors } = result.data.pageSave;
  if (outcome === "UNCHANGED") return { kind: "unchanged" };
  if (page && revision) {
    const at = new URL(page.url, location.href).pathname;
    const parent = revision.parents[0]?.number ?? revision.number - 1;
    const address =
      outcome === "MERGED"
        ? `${at}/-/compare/${parent}...${revision.number}?merged=1`
        : `${at}?saved=${revision.number}`;
    return { kind: "saved", address };
  }
  const conflict = findConflict(errors);
  return conflict ? { kind: "conflict", conflict } : { kind: "refused", errors: refusals(errors) };
}

async function create(request: SaveRequest): Promise<SaveResult> {
  const { data, path, markdown, message, idempotencyKey } = request;
  const input = { space: data.space, locale: data.locale, path, markdown, message, idempotencyKey };
  const result = await client.mutation(Editor_CreateDocument, { input });
  if (result.error) throw RequestFailed.from(result.error);
  if (!result.data) throw new RequestFailed("EMPTY", "The save was answered with nothing.");
  const { page, errors } = result.data.pageCreate;
  if (page)
    return { kind: "saved", address: `${new URL(page.url, location.href).pathname}?saved=1` };
  return { kind: "refused", errors: refusals(errors) };
}

/** A key that makes a repeated save count once. Works on plain http too, where `randomUUID` does not exist. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
