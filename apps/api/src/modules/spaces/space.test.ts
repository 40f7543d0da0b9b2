import { expect, test } from "vitest";
import { checkSpaceDescription, checkSpaceName } from "./space.js";

test.each(["\u0001", "\n", "\u0085", "\u202e", "\u202a", "\u2066", "\u2069"])(
  "a space is not named with (%j)",
  (character) => {
    expect(() => checkSpaceName(`Safe${character}name`)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: ["input", "name"] }),
    );
  },
);

test("a space is named in any script", () => {
  expect(checkSpaceName(" ויקי עברית ")).toBe("ויקי עברית");
});

test("a space is described in lines of text and nothing else", () => {
  expect(checkSpaceDescription(" One.\n\nTwo. ")).toBe("One.\n\nTwo.");
  for (const character of ["\0", "\u0001", "\u0085", "\u202e", "\u2066"]) {
    expect(() => checkSpaceDescription(`a${character}b`)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", path: ["input", "description"] }),
    );
  }
});
