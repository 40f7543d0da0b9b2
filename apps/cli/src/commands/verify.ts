import { BlobFolder, mediaFolder, verifyStore } from "@stet/api";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { withStet } from "../with-stet.js";

export const verifyCommand: Command = {
  name: "verify",
  summary: "Check every text, revision, page, file and imported commit; change nothing.",
  args: [],
  options: { json: { type: "boolean", help: "print the findings as JSON" } },
  async run({ given, output, signal }) {
    const report = await withStet({ output }, (stet) =>
      verifyStore({
        db: stet.database.db,
        files: new BlobFolder(mediaFolder(stet.config.dataDir)),
        signal,
        onProgress: (what) => output.note(what),
      }),
    );
    const { checked, findings, unlisted } = report;
    if (given.has("json")) output.answer(JSON.stringify(report, null, 2));
    else {
      for (const { check, message } of findings) output.answer(`${check}: ${message}`);
      if (unlisted > 0) output.answer(`… and ${unlisted} more`);
      const { texts, revisions, pages, files, commits } = checked;
      const result =
        findings.length === 0 ? "All is well" : `${findings.length + unlisted} findings`;
      output.answer(
        `${result}: ${texts} texts, ${revisions} revisions, ${pages} pages, ${files} files, ${commits} imported commits`,
      );
    }
    return findings.length === 0 ? EXIT.done : EXIT.findings;
  },
};
