import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Pair } from "yaml";
import type { SourceProblem } from "../problem.js";
import type { FrontMatter, FrontMatterResult, JsonValue } from "./front-matter.js";
import { readKnownFields } from "./known-fields.js";
import { findFrontMatter } from "./fence.js";

const maxSize = 16 * 1024;
const maxDepth = 8;
const maxNodes = 2000;

const problemCodes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "front-matter-duplicate-key",
  TAG_RESOLVE_FAILED: "front-matter-not-allowed",
};

/** What was read last, by its YAML: a page is read several times while it is saved, and its versions share theirs. */
const known = new Map<string, Pick<FrontMatterResult, "data" | "problems">>();
const maxKnown = 200;
const maxKnownLength = 2_000;

/**
 * Reads the YAML between a file's leading `---` lines: JSON's types only, no anchors, aliases, tags
 * or merge keys, at most 16 KiB and 8 levels. Never throws: what cannot be read is a problem with
 * its line and column, and the body starts after the fence all the same. The values are frozen.
 */
export function parseFrontMatter(source: string): FrontMatterResult {
  const found = findFrontMatter(source);
  if (found === undefined) return { data: { raw: {} }, problems: [], bodyStart: 0 };
  const { yaml, bodyStart } = found;
  const result = known.get(yaml) ?? remember(yaml);
  return { ...result, bodyStart };
}

function remember(yaml: string): Pick<FrontMatterResult, "data" | "problems"> {
  if (yaml.length > maxKnownLength) return freeze(readFrontMatter(yaml));
  // Of a copy: a slice of the page, or of a slice, would keep the whole page in memory.
  const copy = Array.from(yaml).join("");
  const result = freeze(readFrontMatter(copy));
  const [oldest] = known.keys();
  if (known.size >= maxKnown && oldest !== undefined) known.delete(oldest);
  known.set(copy, result);
  return result;
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

function readFrontMatter(yaml: string): Pick<FrontMatterResult, "data" | "problems"> {
  const problems: SourceProblem[] = [];
  const reader = new Reader(yaml, problems);
  const raw = reader.read();
  const data: FrontMatter = { raw };
  readKnownFields(data, (key, code, message) => {
    const { line, column } = reader.placeOfKey(key);
    problems.push({ code, message, line, column, severity: "error" });
  });
  return { data, problems };
}

class Reader {
  readonly #yaml: string;
  readonly #problems: SourceProblem[];
  readonly #keys = new Map<string, number>();
  #nodes = 0;

  constructor(yaml: string, problems: SourceProblem[]) {
    this.#yaml = yaml;
    this.#problems = problems;
  }

  placeOfKey(key: string): { line: number; column: number } {
    return this.#place(this.#keys.get(key) ?? 0);
  }

  read(): Record<string, JsonValue> {
    if (this.#yaml.length > maxSize) {
      this.#report(0, "front-matter-too-long", "Front matter may have at most 16 KiB.");
      return {};
    }
    if (nestsDeeply(this.#yaml)) {
      this.#report(0, "front-matter-too-deep", `Front matter may have at most ${maxDepth} levels.`);
      return {};
    }
    const parsed = parseDocument(this.#yaml, {
      schema: "core",
      version: "1.2",
      merge: false,
      resolveKnownTags: false,
      strict: true,
      uniqueKeys: true,
      logLevel: "silent",
      prettyErrors: false,
    });
    for (const { code, message, pos } of [...parsed.errors, ...parsed.warnings]) {
      this.#report(pos[0], problemCodes[code] ?? "front-matter-syntax", firstLine(message));
    }
    if (this.#problems.length > 0 || parsed.contents === null) return {};
    if (!isMap(parsed.contents)) {
      this.#report(0, "front-matter-not-a-map", "Front matter must be `key: value` lines.");
      return {};
    }
    const value = this.#value(parsed.contents, 1);
    const isUsable = this.#problems.length === 0 && typeof value === "object" && value !== null;
    return isUsable && !Array.isArray(value) ? value : {};
  }

  #value(node: unknown, depth: number): JsonValue {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    if (++this.#nodes > maxNodes) {
      if (this.#nodes === maxNodes + 1) {
        this.#report(offset, "front-matter-too-long", `At most ${maxNodes} values are read.`);
      }
      return null;
    }
    if (depth > maxDepth + 1) {
      this.#report(offset, "front-matter-too-deep", `At most ${maxDepth} levels are read.`);
      return null;
    }
    if (node === null) return null;
    if (isAlias(node)) return this.#refuse(offset, "An alias (`*name`)");
    if (!isNode(node)) return null;
    if ("anchor" in node && node.anchor) return this.#refuse(offset, "An anchor (`&name`)");
    if (node.tag !== undefined && node.tag.startsWith("!")) {
      return this.#refuse(offset, "A tag (`!name`)");
    }
    if (isSeq(node)) return node.items.map((item) => this.#value(item, depth + 1));
    if (isMap(node)) return this.#map(node.items, depth);
    return isScalar(node) ? this.#scalar(node.value, offset) : null;
  }

  #map(items: readonly Pair[], depth: number): JsonValue {
    const result: Record<string, JsonValue> = Object.create(null);
    for (const item of items) {
      if (!isPair(item) || !isScalar(item.key)) {
        this.#report(0, "front-matter-key", "A key must be a single word or text.");
        continue;
      }
      const key = String(item.key.value);
      const offset = item.key.range?.[0] ?? 0;
      if ("anchor" in item.key && item.key.anchor) this.#refuse(offset, "An anchor (`&name`)");
      if (key === "<<") this.#refuse(offset, "A merge key (`<<`)");
      if (depth === 1) this.#keys.set(key, offset);
      result[key] = this.#value(item.value, depth + 1);
    }
    return result;
  }

  #scalar(value: unknown, offset: number): JsonValue {
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (value === undefined) return null;
    return this.#refuse(offset, "A value that JSON cannot hold");
  }

  #refuse(offset: number, what: string): null {
    this.#report(offset, "front-matter-not-allowed", `${what} is not allowed in front matter.`);
    return null;
  }

  #report(offset: number, code: string, message: string): void {
    this.#problems.push({ code, message, ...this.#place(offset), severity: "error" });
  }

  /** Offsets are within the YAML, which starts on the file's second line. */
  #place(offset: number): { line: number; column: number } {
    const before = this.#yaml.slice(0, offset);
    const lines = before.split(/\r\n?|\n/);
    return { line: lines.length + 1, column: (lines.at(-1) ?? "").length + 1 };
  }
}

/** Cheap bound before the YAML parser, which recurses: flow brackets and indentation levels. */
function nestsDeeply(yaml: string): boolean {
  let depth = 0;
  for (const character of yaml) {
    if (character === "[" || character === "{") depth += 1;
    else if ((character === "]" || character === "}") && depth > 0) depth -= 1;
    if (depth > 64) return true;
  }
  return /^(?:[ \t]*[-?:][ \t]+){64}/m.test(yaml) || /^ {512}/m.test(yaml);
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
