import { BlobFolder, importGit, mediaFolder, type ImportReport } from "@stet/api";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { describeImport } from "../import-summary.js";
import { UsageError } from "../usage-error.js";
import { withStet } from "../with-stet.js";

export const importGitCommand: Command = {
  name: "import git",
  summary: "Import a git repository with its whole history, or what is new of it.",
  args: ["SOURCE"],
  options: {
    space: {
      type: "string",
      value: "KEY",
      help: "the space to import into; made when there is none",
      isRequired: true,
    },
    path: { type: "string", value: "FOLDER", help: "only this folder of the repository" },
    branch: {
      type: "string",
      value: "NAME",
      help: "the branch; by default the one that is checked out",
    },
    visibility: {
      type: "string",
      value: "WHO",
      help: "of a new space: public (default) or members",
    },
    locale: {
      type: "string",
      value: "CODE",
      help: "of a new space: the language of its pages (default: en)",
    },
    "dry-run": { type: "boolean", help: "go through everything, write nothing" },
    json: { type: "boolean", help: "print the report as JSON" },
  },
  details: `
SOURCE is a folder with a repository, a bare repository, or a bundle file.

Every commit that touches a text becomes a revision of its page, with author, time and message; renames become moves
with redirects, deletions become deletions, other files become media. What cannot come along is listed with commit,
file and line. Run it again to import what is new, or to go on after it was stopped.`,
  async run({ given, output, signal }) {
    const [source = ""] = given.args;
    const visibility = given.text("visibility") ?? "public";
    if (visibility !== "public" && visibility !== "members") {
      throw new UsageError("--visibility is public or members.", importGitCommand);
    }
    const report = await withStet({ output }, (stet) =>
      importGit(
        {
          db: stet.database.db,
          files: new BlobFolder(mediaFolder(stet.config.dataDir)),
          locales: stet.site.locales,
        },
        {
          source,
          space: given.text("space") ?? "",
          folder: given.text("path"),
          branch: given.text("branch"),
          isDryRun: given.has("dry-run"),
          newSpace: {
            visibility: visibility === "public" ? "PUBLIC" : "MEMBERS",
            locale: given.text("locale") ?? "en",
          },
          signal,
          onProgress: ({ phase, done, total, revisions }) => {
            const label = phase === "history" ? "Importing commit" : "Preparing revision";
            output.progress.show({ label, done, total, counted: revisions, unit: "revisions" });
          },
        },
      ),
    );
    if (report.isNewSpace) output.note(`Made the space ${report.space} (${visibility})`);
    output.answer(given.has("json") ? JSON.stringify(report, null, 2) : describeImport(report));
    return exitCodeOf(report);
  },
};

function exitCodeOf(report: ImportReport) {
  if (!report.isComplete) return EXIT.interrupted;
  return report.problems.some(({ code }) => code === "EDIT_CONFLICT") ? EXIT.findings : EXIT.done;
}
