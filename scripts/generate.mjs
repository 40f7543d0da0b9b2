import { generateOperations } from "./generating/operations.mjs";
import { generateSdl } from "./generating/sdl.mjs";
import { ExpectedFailure, runScript } from "./running/failure.mjs";
import { say } from "./running/progress.mjs";

/** `npm run generate`: the SDL from the API, then the web app's types from the SDL. `--check` only says what is stale. */
await runScript(async () => {
  const isCheck = process.argv.includes("--check");
  const files = [...(await generateSdl({ isCheck })), ...(await generateOperations({ isCheck }))];
  if (isCheck && files.length > 0) {
    throw new ExpectedFailure(
      `Generated files are stale:\n${files.map((file) => `    ${file}`).join("\n")}`,
      "Run npm run generate and commit what it changes.",
    );
  }
  say(files.length === 0 ? "Everything generated is up to date." : `Wrote ${files.join(", ")}.`);
});
