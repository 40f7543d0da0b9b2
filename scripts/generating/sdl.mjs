import { readFileSync, writeFileSync } from "node:fs";
import { capture } from "../running/command.mjs";
import { ExpectedFailure } from "../running/failure.mjs";
import { commandFile, inProject, node } from "../running/project.mjs";

const file = "packages/schema/schema.graphql";

/** The schema as the code of the API defines it. */
async function sdlOfCode() {
  // Decorators are the API's dialect.
  const tsx = [commandFile("tsx"), "--tsconfig", inProject("apps/api/tsconfig.json")];
  const { code, stdout, output } = await capture(node(), [
    ...tsx,
    inProject("scripts/generating/print-sdl.ts"),
  ]);
  if (code !== 0)
    throw new ExpectedFailure(`The API's schema could not be built:\n\n${output.trim()}\n`);
  return `${stdout.trimEnd()}\n`;
}

/**
 * Brings the checked-in SDL up to date, or only says whether it is.
 *
 * @param {{ isCheck: boolean }} options
 * @returns {Promise<string[]>} the files that were, or would be, changed
 */
export async function generateSdl({ isCheck }) {
  const sdl = await sdlOfCode();
  if (readFileSync(inProject(file), "utf8") === sdl) return [];
  if (!isCheck) writeFileSync(inProject(file), sdl);
  return [file];
}
