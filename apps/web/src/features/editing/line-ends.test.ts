import { describe, expect, it } from "vitest";
import { fromForm, lineEndOf } from "./line-ends.js";

describe("lineEndOf", () => {
  it.each([
    ["", "\n"],
    ["one line", "\n"],
    ["a\nb\n", "\n"],
    ["a\r\nb\r\n", "\r\n"],
    ["a\r\nb\n", "\n"],
    ["\n\r\n", "\n"],
    ["\r\n", "\r\n"],
  ])("%j has %j", (text, end) => expect(lineEndOf(text)).toBe(end));
});

describe("fromForm", () => {
  it.each(["a\nb\n", "a\r\nb\r\n", "", "\n", "\r\n\r\n", "no end"])(
    "gives %j back unchanged",
    (text) => {
      const sent = text.replaceAll(/\r?\n/g, "\r\n");
      expect(fromForm(sent, text)).toBe(text);
    },
  );
});
