import { rebuildDerived } from "@stet/api";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { withStet } from "../with-stet.js";

export const rebuildCommand: Command = {
  name: "rebuild",
  summary: "Derive HTML, search, links, blocks and authorship of all pages again.",
  args: [],
  options: {},
  details: "Texts are never touched. A page a transaction: the wiki can be used meanwhile.",
  async run({ output }) {
    const { pages } = await withStet({ output }, (stet) =>
      rebuildDerived(stet.database.db, {
        locales: stet.site.locales,
        onProgress: ({ done, total }) => {
          output.progress.show({
            label: "Rebuilding page",
            done,
            total,
            counted: done,
            unit: "pages",
          });
        },
      }),
    );
    output.answer(`Rebuilt ${pages} pages`);
    return EXIT.done;
  },
};
