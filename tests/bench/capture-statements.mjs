// Preloaded into the server under measurement. SIGUSR2 begins to record the SQL that is sent; the next SIGUSR2 writes
// it to $BENCH_STATEMENTS and takes the recorder out again, so that it costs nothing while time is taken.
import { writeFileSync } from "node:fs";
import pg from "pg";

const file = process.env.BENCH_STATEMENTS;
const original = pg.Client.prototype.query;
let statements;

process.on("SIGUSR2", () => {
  if (statements) {
    pg.Client.prototype.query = original;
    writeFileSync(file, JSON.stringify(statements));
    statements = undefined;
    return;
  }
  statements = [];
  pg.Client.prototype.query = function query(...args) {
    const [config, values] = args;
    const text = typeof config === "string" ? config : config?.text;
    if (typeof text === "string") {
      statements.push({ text, values: config.values ?? (Array.isArray(values) ? values : []) });
    }
    return original.apply(this, args);
  };
  writeFileSync(file, "recording");
});
