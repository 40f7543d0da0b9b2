import { expect, test } from "vitest";
import { checkSpaceName } from "./space.js";

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
