import { serve } from "@stet/api";
import { once } from "node:events";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve the wiki until it is stopped.",
  args: [],
  options: {},
  details:
    "Settings are environment variables (PORT, STET_DATA_DIR, DATABASE_URL, …); README.md has the table.",
  async run({ output, signal }) {
    const stet = await serve({ onProgress: (line) => output.note(line) });
    if (!signal.aborted) await once(signal, "abort");
    await stet.close();
    return EXIT.done;
  },
};
