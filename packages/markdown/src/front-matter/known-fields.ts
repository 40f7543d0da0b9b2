import { pageKinds } from "./front-matter.js";
import type { FrontMatter, JsonValue, PageKind } from "./front-matter.js";

type Report = (key: string, code: string, message: string) => void;

const kindNames: Readonly<Record<string, PageKind>> = {
  page: "PAGE",
  guide: "GUIDE",
  "how-to": "GUIDE",
  howto: "GUIDE",
  post: "POST",
};

/** Fills the typed fields from `raw`; a value of the wrong type is reported and left out. */
export function readKnownFields(data: FrontMatter, report: Report): void {
  const { raw } = data;
  const text = (key: string, maxLength: number): string | undefined => {
    const value = raw[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === "object" || String(value).length > maxLength) {
      report(
        key,
        "front-matter-value",
        `\`${key}\` must be text of at most ${maxLength} characters.`,
      );
      return undefined;
    }
    return String(value);
  };
  const title = text("title", 300);
  if (title !== undefined) data.title = title;
  const description = text("description", 1000);
  if (description !== undefined) data.description = description;
  const slug = text("slug", 300);
  if (slug !== undefined) data.slug = slug;
  const label = text("label", 300) ?? text("sidebar_label", 300);
  if (label !== undefined) data.label = label;

  const kind = text("kind", 300);
  if (kind !== undefined) {
    const known = kindNames[kind.toLowerCase()];
    if (known === undefined) {
      report("kind", "front-matter-value", `\`kind\` must be one of ${pageKinds.join(", ")}.`);
    } else data.kind = known;
  }
  readOrder(data, report);
  readTags(data, report);
}

function readOrder(data: FrontMatter, report: Report): void {
  for (const key of ["order", "sidebar_position"]) {
    const value = data.raw[key];
    if (value === undefined || value === null) continue;
    const order = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof order === "number" && Number.isFinite(order)) data.order ??= order;
    else report(key, "front-matter-value", `\`${key}\` must be a number.`);
  }
}

function readTags(data: FrontMatter, report: Report): void {
  const value = data.raw["tags"];
  if (value === undefined || value === null) return;
  const list: JsonValue[] =
    typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [null];
  const isReadable =
    list.length <= 50 && list.every((tag) => tag !== null && typeof tag !== "object");
  if (!isReadable) {
    report("tags", "front-matter-value", "`tags` must be a list of at most 50 words.");
    return;
  }
  const tags = list.map((tag) => String(tag).trim()).filter((tag) => tag !== "");
  data.tags = [...new Set(tags)];
}
