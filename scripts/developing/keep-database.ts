import { openStet } from "../../apps/api/src/index.js";

// The last process to leave stops the embedded database. This one stays, so that the server restarts in a moment.
const stet = await openStet({ onProgress: (line) => process.stderr.write(`› ${line}\n`) });
process.stdout.write("open\n");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stet.close().finally(() => process.exit()));
}
