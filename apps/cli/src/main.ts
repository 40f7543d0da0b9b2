import { commands } from "./commands/index.js";
import { EXIT } from "./exit-code.js";
import { Output } from "./output.js";
import { runProgram } from "./program.js";

const OLDEST_NODE = 24;
const output = new Output(process.stdout, process.stderr);

if (Number(process.versions.node.split(".", 1)[0]) < OLDEST_NODE) {
  output.failure(
    `Stet needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
    "Start it with `npm run stet -- …`: that uses the Node that npm installed with it.",
  );
  process.exit(EXIT.refused);
}

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    // Who asks twice does not want to wait for what is under way.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    output.note("Stopping as soon as what is under way is done; again to stop at once");
    stop.abort();
  });
}

const code = await runProgram({
  commands,
  words: process.argv.slice(2),
  output,
  signal: stop.signal,
});
// An answer that goes into a pipe may still be on its way.
process.stdout.write("", () => process.exit(code));
