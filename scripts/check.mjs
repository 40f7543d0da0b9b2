import { allChecks } from "./checking/checks.mjs";
import { capture } from "./running/command.mjs";
import { runScript } from "./running/failure.mjs";
import { say } from "./running/progress.mjs";
import { makeReady } from "./setup/ready.mjs";

/**
 * `npm run check [-- NAME …]`: format, lint, types, dead code, generated files, unit and API tests. All are run, two at a
 * time, so that one round shows everything there is to mend.
 */
await runScript(async () => {
  const wanted = process.argv.slice(2);
  const checks = allChecks().filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  await makeReady(checks.some(({ needsBuild }) => needsBuild) ? ["web", "api", "cli"] : []);
  const width = Math.max(...checks.map(({ name }) => name.length));
  const waiting = [...checks];
  /** @type {string[]} */
  const failures = [];
  let failed = 0;

  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const since = Date.now();
      const [command = "", ...args] = check.command;
      const { code, output } = await capture(command, args);
      const seconds = ((Date.now() - since) / 1000).toFixed(1).padStart(6);
      say(`${code === 0 ? "✓" : "✗"} ${check.name.padEnd(width)} ${seconds} s`);
      if (code === 0) continue;
      failed += 1;
      failures.push(`\n── ${check.name} ──\n${lastLines(output)}\n→ ${check.advice}`);
    }
  };
  await Promise.all([worker(), worker()]);

  for (const failure of failures) say(failure);
  say(`\n${checks.length - failed} of ${checks.length} checks passed.`);
  return failed > 0 ? 1 : 0;
});

/** @param {string} output */
function lastLines(output) {
  const lines = output.trim().split("\n");
  return lines.length <= 80 ? lines.join("\n") : ["…", ...lines.slice(-80)].join("\n");
}
