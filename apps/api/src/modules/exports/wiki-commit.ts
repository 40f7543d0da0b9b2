import type { WikiEvent } from "./export.repository.js";

/** `Name <email> seconds +0000`. The address of somebody who has an account is theirs to give, so it stays here. */
export function identOf(
  event: Pick<WikiEvent, "author" | "email" | "authorId" | "hasAccount" | "at">,
  host: string,
): string {
  const email =
    event.hasAccount || event.email === null
      ? `${event.authorId ?? "nobody"}@noreply.${host}`
      : event.email;
  const name = clean(event.author ?? "Unknown") || "Unknown";
  return `${name} <${clean(email)}> ${Math.floor(event.at.getTime() / 1000)} +0000`;
}

function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- git's line may not contain them
  return text.replace(/[<>\u0000-\u001f]/g, "").trim();
}

const VERBS: Readonly<Record<string, string>> = {
  CREATE: "Add",
  EDIT: "Edit",
  MOVE: "Move",
  REVERT: "Revert",
  RESTORE: "Restore",
  MERGE: "Merge",
  DELETE: "Delete",
  FILE: "Upload",
};

/** The writer's own words, else what happened to the file. */
export function describeEvent(event: Pick<WikiEvent, "message" | "kind">, file: string): string {
  const message = event.message.trim();
  return message === "" ? `${VERBS[event.kind] ?? "Change"} ${file}\n` : `${message}\n`;
}
