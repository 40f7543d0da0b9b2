import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import type { ProblemCode } from "./problem.js";

export interface TextFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number;
}

/** Why bytes cannot be a page's text; `undefined` when they can. */
export function textFaultOf(bytes: Buffer): TextFault | undefined {
  const nul = bytes.indexOf(0);
  if (!isUtf8(bytes)) {
    const line = firstWrongLine(bytes);
    const what =
      bytes[0] === 0xff || bytes[0] === 0xfe
        ? "it looks like UTF-16"
        : "another encoding, or damaged";
    return {
      code: "NOT_UTF8",
      line,
      message: `the text is not UTF-8 (${what}); this version was left out`,
    };
  }
  if (nul < 0) return undefined;
  return {
    code: "NUL_BYTE",
    line: lineAt(bytes, nul),
    message: "the text contains a NUL byte; this version was left out",
  };
}

function firstWrongLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return 1;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1))
    line += 1;
  return line;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of bytes that `textFaultOf` found nothing wrong with; a byte order mark stays a character of it. */
export function decodeText(bytes: Buffer): string {
  return utf8.decode(bytes);
}
