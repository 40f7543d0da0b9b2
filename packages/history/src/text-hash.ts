import { sha256Hex } from "./sha256.js";

/**
 * What two blocks must share to be the same text: NFC, white space runs as one space, list marker and heading
 * level off. In code white space means something: only line ends and trailing blanks are levelled there.
 */
export function normaliseBlock(text: string, kind: string): string {
  const composed = text.normalize("NFC");
  if (isCodeKind(kind)) return composed.replaceAll(/[ \t\r]+$/gm, "").replace(/\n+$/, "");
  return composed
    .replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\][ \t]+)?/, "")
    .replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, "")
    .replace(/\n {0,3}(?:=+|-+)[ \t]*\s*$/, (underline) => (kind === "heading" ? "" : underline))
    .replace(/[ \t]+#+[ \t]*\s*$/, (closing) => (kind === "heading" ? "" : closing))
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * The identity of a block's text: 128 bits of SHA-256 of the normalised text, in hex. Cryptographic, because writers
 * choose the text and two texts with one hash would share translations and test results; half of it keeps rows small.
 */
export function textHash(text: string, kind: string): string {
  if (text.length > KNOWN_LENGTH) return sha256Hex(normaliseBlock(text, kind), 16);
  const key = `${kind}\0${text}`;
  let hash = known.get(key) ?? knownBefore.get(key);
  if (hash === undefined) {
    hash = sha256Hex(normaliseBlock(text, kind), 16);
    remember(key, hash);
  }
  return hash;
}

/** Going through a history, the same blocks come again with every revision. */
const KNOWN_LENGTH = 4_000;
const KNOWN_CHARACTERS = 1_000_000;
let known = new Map<string, string>();
let knownBefore = new Map<string, string>();
let knownCharacters = 0;

/** The newest two million characters are kept, at most. */
function remember(key: string, hash: string): void {
  known.set(key, hash);
  knownCharacters += key.length;
  if (knownCharacters <= KNOWN_CHARACTERS) return;
  knownBefore = known;
  known = new Map();
  knownCharacters = 0;
}

function isCodeKind(kind: string): boolean {
  return kind === "code" || kind === "fence" || kind === "html" || kind === "math";
}
