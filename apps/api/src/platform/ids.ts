import { TypeID, typeidUnboxed } from "typeid-js";

/**
 * Ids are UUIDv7 in SQL and TypeIDs outside (https://github.com/jetify-com/typeid): a prefix that names the type,
 * then the UUID in base 32. Clients must treat them as opaque.
 */
export const ID_PREFIXES = {
  Space: "spc",
  Page: "pag",
  Revision: "rev",
  Person: "per",
  Media: "med",
} as const;

export type NodeType = keyof typeof ID_PREFIXES;

/** A new, time-ordered UUIDv7. */
export function newUuid(): string {
  return TypeID.fromString(typeidUnboxed("id")).toUUID();
}

/** `encodeId("Page", uuid)` is what clients see. */
export function encodeId(type: NodeType, uuid: string): string {
  return `${ID_PREFIXES[type]}_${toBase32(uuid)}`;
}

const BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

/** As the TypeID library does it, in a tenth of the time: an answer can carry thousands of ids. */
function toBase32(uuid: string): string {
  let text = "";
  let bits = 0;
  // 128 bits make 26 digits of 5 with two zeros in front.
  let pending = 2;
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index);
    if (code === HYPHEN) continue;
    bits = ((bits & 0x1f) << 4) | (code <= NINE ? code - ZERO : (code | LOWER_CASE) - TEN);
    pending += 4;
    if (pending < 5) continue;
    pending -= 5;
    text += BASE_32[(bits >> pending) & 0x1f];
  }
  return text;
}

const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;
const LOWER_CASE = 32;
/** So that the code of "a" becomes ten. */
const TEN = 87;

/** The UUID behind an id of this type; `undefined` for anything else. */
export function decodeId(type: NodeType, id: string): string | undefined {
  const decoded = decodeAnyId(id);
  return decoded?.type === type ? decoded.uuid : undefined;
}

/** The type and UUID behind an id; `undefined` when it is none of ours. */
export function decodeAnyId(id: string): { type: NodeType; uuid: string } | undefined {
  const prefix = id.slice(0, 3);
  const type = (Object.keys(ID_PREFIXES) as NodeType[]).find((key) => ID_PREFIXES[key] === prefix);
  if (!type || !/^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id)) return undefined;
  return { type, uuid: fromBase32(id.slice(4)) };
}

/** Any 128 bits: the library throws at those that no version of UUID has, and anybody can send them. */
function fromBase32(text: string): string {
  let value = 0n;
  for (const digit of text) value = (value << 5n) | BigInt(BASE_32.indexOf(digit));
  const hex = value.toString(16).padStart(32, "0");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
