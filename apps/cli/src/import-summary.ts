import { describeProblem, type ImportReport } from "@stet/api";
import { describeDuration } from "./progress.js";

const LISTED = 40;

/** The report for people. */
export function describeImport(report: ImportReport): string {
  const { commits, pages, files, problems, derived, seconds } = report;
  const rate = report.revisionsPerSecond;
  const lines: string[] = [];
  const where = `${report.space}, branch ${report.branch}${report.folder === "" ? "" : `, folder ${report.folder}`}`;
  if (!report.isComplete)
    lines.push("Stopped. What was imported stays; run the command again to go on.");
  if (report.isDryRun) lines.push("Nothing was written: this was a dry run.");
  lines.push(`Space ${where}, at commit ${report.tip.slice(0, 10)}`);
  if (report.isComplete && commits.imported === 0) lines.push("Nothing is new.");
  lines.push(
    `  commits    ${commits.imported} imported, ${commits.known} known, ${commits.skipped} without anything for this space`,
    `  revisions  ${report.revisions}, by ${report.people} new ${report.people === 1 ? "person" : "people"}`,
    `  pages      ${pages.created} new, ${pages.moved} moves, ${pages.deleted} deletions, ${pages.restored} came back`,
    `  files      ${files.created} new, ${files.versions} versions`,
    `  prepared   ${derived.revisions} revisions of ${derived.pages} pages`,
    `  time       ${describeDuration(seconds.history)} for the history (${rate.history} revisions/s), ${describeDuration(seconds.derived)} to prepare pages (${rate.overall} revisions/s together)`,
    `  memory     at most ${report.peakMemoryMegabytes} MB`,
  );
  if (problems.length === 0) lines.push("Everything came over.");
  else {
    lines.push(
      `${problems.length} ${problems.length === 1 ? "remark" : "remarks"} (commit, file, line):`,
    );
    for (const problem of problems.slice(0, LISTED)) lines.push(`  ${describeProblem(problem)}`);
    if (problems.length > LISTED)
      lines.push(`  … and ${problems.length - LISTED} more; --json lists all`);
  }
  return lines.join("\n");
}
