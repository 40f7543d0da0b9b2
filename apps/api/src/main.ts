import { enableCompileCache } from "node:module";
import { OperatorError } from "#platform/errors.js";
import type { RunningStet } from "./serve.js";

const OLDEST_NODE = 24;

const say = (line: string) => process.stdout.write(`› ${line}\n`);

function fail(error: unknown): never {
  if (error instanceof OperatorError) {
    process.stderr.write(`✖ ${error.message}\n${error.advice ? `  ${error.advice}\n` : ""}`);
  } else {
    process.stderr.write(
      `✖ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
  process.exit(1);
}

function stopOnSignal(starting: Promise<RunningStet>): void {
  let isStopping = false;
  const stop = () => {
    // Who asks twice does not want to wait for what is under way.
    if (isStopping) process.exit(130);
    isStopping = true;
    say("Stopping");
    starting.then((stet) => stet.close()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

if (Number(process.versions.node.split(".", 1)[0]) < OLDEST_NODE) {
  fail(
    new OperatorError(
      `Stet needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
      "Start it with `npm start`: that uses the Node that npm installed with it.",
    ),
  );
}

// Loading the code is most of what a start takes; the second one finds it compiled.
enableCompileCache();
const starting = import("./serve.js").then(({ serve }) => serve({ onProgress: say }));
stopOnSignal(starting);
await starting.catch(fail);
