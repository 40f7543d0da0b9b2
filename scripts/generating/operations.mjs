import { capture } from "../running/command.mjs";
import { ExpectedFailure } from "../running/failure.mjs";
import { commandFile, inProject, node } from "../running/project.mjs";

/**
 * Types of the schema and of the web app's operations, from the checked-in SDL.
 *
 * @param {{ isCheck: boolean }} options
 * @returns {Promise<readonly string[]>} the stale files; when they are written, nobody tells which
 */
export async function generateOperations({ isCheck }) {
  const codegen = [
    commandFile("@graphql-codegen/cli", "graphql-codegen"),
    "--config",
    "codegen.mjs",
  ];
  const { code, output } = await capture(node(), [...codegen, ...(isCheck ? ["--check"] : [])], {
    cwd: inProject("apps/web"),
  });
  if (code === 0) return [];
  const stale = isCheck
    ? output.split("stale files were detected:")[1]?.match(/\S+\.generated\.ts/g)
    : undefined;
  if (stale) return stale;
  throw new ExpectedFailure(
    `The operations of the web app do not fit the schema:\n\n${output.trim()}\n`,
  );
}
