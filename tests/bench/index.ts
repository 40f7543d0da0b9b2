import { parseArgs } from "node:util";
import { type BenchReport, renderReport } from "./report.js";

/** `npm run bench -- [name …] [--json]`: ratios against baselines taken in the same run. */
const benches: Record<string, () => Promise<{ run(): Promise<BenchReport> }>> = {
  history: () => import("./history.js"),
  read: () => import("./read.js"),
  save: () => import("./save.js"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `No bench named ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.\n`,
  );
  process.exit(2);
}

const reports: BenchReport[] = [];
for (const name of names) {
  const bench = await benches[name]?.();
  if (!bench) continue;
  process.stderr.write(`Measuring ${name} …\n`);
  const report = await bench.run();
  reports.push(report);
  if (!values.json) process.stdout.write(`${renderReport(report)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
process.exit(0);
