import { expect, test } from "vitest";
import { generateOperations } from "./operations.mjs";
import { generateSdl } from "./sdl.mjs";

test("the checked-in SDL is what the API's code defines", async () => {
  expect(await generateSdl({ isCheck: true }), "run npm run generate").toEqual([]);
});

test("the web app's types are those of the checked-in SDL", async () => {
  expect(await generateOperations({ isCheck: true }), "run npm run generate").toEqual([]);
});
