import { createImportSpace, OperatorError } from "@stet/api";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";
import { withStet } from "../with-stet.js";

export const spaceCreateCommand: Command = {
  name: "space create",
  summary: "Make a space.",
  args: ["KEY"],
  options: {
    name: { type: "string", value: "NAME", help: "its name (default: from the key)" },
    visibility: { type: "string", value: "WHO", help: "public (default) or members" },
    locale: { type: "string", value: "CODE", help: "the language of its pages (default: en)" },
  },
  async run({ given, output }) {
    const [key = ""] = given.args;
    const visibility = given.text("visibility") ?? "public";
    if (visibility !== "public" && visibility !== "members") {
      throw new UsageError("--visibility is public or members.", spaceCreateCommand);
    }
    const isNew = await withStet({ output }, (stet) =>
      createImportSpace(stet.database.db, {
        key,
        name: given.text("name"),
        visibility: visibility === "public" ? "PUBLIC" : "MEMBERS",
        locale: given.text("locale") ?? "en",
        locales: stet.site.locales,
      }),
    );
    if (!isNew) throw new OperatorError(`There is a space ${key} already.`);
    output.answer(`Made the space ${key} (${visibility})`);
    return EXIT.done;
  },
};
