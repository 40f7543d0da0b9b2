/** A tag as written, HTML or JSX. */
export interface ScannedTag {
  name: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  attributes: ScannedAttribute[];
  /** Offset after the `>`. */
  end: number;
  /** Whether an attribute or the tag itself could only be JSX. */
  isJsx: boolean;
}

export interface ScannedAttribute {
  name: string;
  /** Entities still in it; `undefined` for a bare name and for a JSX expression. */
  value: string | undefined;
}

const maxTagLength = 16_384;
const nameAt = /[A-Za-z][A-Za-z0-9.:-]*/y;
const attributeNameAt = /[A-Za-z_:@][A-Za-z0-9_.:-]*/y;
const spaceAt = /\s*/y;
const unquotedAt = /[^\s"'=<>`{}]+/y;

/** Reads the tag that starts at `source[start] === "<"`; `undefined` when it is not a whole tag. */
export function scanTag(source: string, start: number): ScannedTag | undefined {
  const limit = Math.min(source.length, start + maxTagLength);
  let position = start + 1;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const found = pattern.exec(source)?.[0] ?? "";
    position += found.length;
    return found;
  };
  const isClosing = source[position] === "/";
  if (isClosing) position += 1;
  const name = take(nameAt);
  if (name === "") return undefined;
  const tag: ScannedTag = {
    name,
    isClosing,
    isSelfClosing: false,
    attributes: [],
    end: 0,
    isJsx: false,
  };
  while (position < limit) {
    const space = take(spaceAt);
    const character = source[position];
    if (character === ">") return { ...tag, end: position + 1 };
    if (character === "/") {
      if (source[position + 1] !== ">" || isClosing) return undefined;
      return { ...tag, isSelfClosing: true, end: position + 2 };
    }
    if (space === "" || isClosing) return undefined;
    if (character === "{") {
      // A JSX spread: `{...props}`.
      position = endOfExpression(source, position, limit);
      if (position < 0) return undefined;
      tag.isJsx = true;
      continue;
    }
    const attribute = take(attributeNameAt);
    if (attribute === "") return undefined;
    const afterName = position;
    take(spaceAt);
    if (source[position] !== "=") {
      position = afterName;
      tag.attributes.push({ name: attribute, value: undefined });
      continue;
    }
    position += 1;
    take(spaceAt);
    const quote = source[position];
    if (quote === '"' || quote === "'") {
      const close = source.indexOf(quote, position + 1);
      if (close < 0 || close >= limit) return undefined;
      tag.attributes.push({ name: attribute, value: source.slice(position + 1, close) });
      position = close + 1;
    } else if (quote === "{") {
      const close = endOfExpression(source, position, limit);
      if (close < 0) return undefined;
      const literal = /^\{\s*(["'`])([^"'`]*)\1\s*\}$/.exec(source.slice(position, close));
      tag.attributes.push({ name: attribute, value: literal?.[2] });
      tag.isJsx = true;
      position = close;
    } else {
      const value = take(unquotedAt);
      if (value === "") return undefined;
      tag.attributes.push({ name: attribute, value });
    }
  }
  return undefined;
}

/** Offset after the `}` that matches the `{` at `start`, quoted braces aside; -1 without one. */
export function endOfExpression(source: string, start: number, limit: number): number {
  let depth = 0;
  let quote = "";
  for (let index = start; index < limit; index += 1) {
    const character = source[index] ?? "";
    if (quote !== "") {
      if (character === "\\") index += 1;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    // A tag inside would make every "<" of a broken page look ahead over all the others.
    else if (character === "<") return -1;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}
