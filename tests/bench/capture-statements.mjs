// Preloaded into the server under measurement. SIGUSR2 begins to record the SQL that is sent; the next SIGUSR2 writes
// it to $BENCH_STATEMENTS and stops. Connections keep the method they find when they open, so the recorder stays in
// place; off, it costs one comparison a statement.
import { writeFileSync } from "node:fs";
import { Client } from "pg";

const file = process.env.BENCH_STATEMENTS;
const send = Client.prototype.query;
let statements;

Client.prototype.query = function query(...args) {
  if (statements !== undefined) {
    const [config, values] = args;
    const text = typeof config === "string" ? config : config?.text;
    if (typeof text === "string") {
      statements.push({
        text,
        values: config.values ?? (Array.isArray(values) ? values : []),
        ...(config.name === undefined ? {} : { name: config.name }),
      });
    }
  }
  return send.apply(this, args);
};

process.on("SIGUSR2", () => {
  if (statements) {
    writeFileSync(file, JSON.stringify(statements));
    statements = undefined;
  } else {
    statements = [];
    writeFileSync(file, "recording");
  }
});
