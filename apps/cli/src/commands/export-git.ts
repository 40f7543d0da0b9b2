import { BlobFolder, exportGit, mediaFolder } from "@stet/api";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { describeDuration } from "../progress.js";
import { withStet } from "../with-stet.js";

export const exportGitCommand: Command = {
  name: "export git",
  summary: "Write a space as a git repository with its whole history.",
  args: ["TARGET"],
  options: {
    space: { type: "string", value: "KEY", help: "the space to write", isRequired: true },
    json: { type: "boolean", help: "print the report as JSON" },
  },
  details: `
TARGET is a folder that does not exist yet or is empty; a name that ends in .git makes a bare repository.

Imported commits are written as they were, with authors, dates, parents and messages; what was done in the wiki follows,
a commit each. People with an account appear with a no-reply address.`,
  async run({ given, output, signal }) {
    const [target = ""] = given.args;
    const space = given.text("space") ?? "";
    const report = await withStet({ output }, (stet) =>
      exportGit(
        {
          db: stet.database.db,
          files: new BlobFolder(mediaFolder(stet.config.dataDir)),
          host: new URL(stet.site.url).hostname,
        },
        {
          target,
          space,
          signal,
          onProgress: ({ done, total }) => {
            output.progress.show({
              label: "Writing commit",
              done,
              total,
              counted: done,
              unit: "commits",
            });
          },
        },
      ),
    );
    const { commits, files, branch, seconds } = report;
    output.answer(
      given.has("json")
        ? JSON.stringify(report, null, 2)
        : `Wrote ${commits.imported + commits.wiki} commits (${commits.wiki} of them from the wiki) with ${files} files to ${target}, branch ${branch}, in ${describeDuration(seconds)}`,
    );
    return EXIT.done;
  },
};
