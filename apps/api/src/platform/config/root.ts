import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The checkout (or image) this code runs in, whether as source or as a bundle: the folder of the package named "stet". */
export const projectRoot = findProjectRoot(import.meta.dirname);

function findProjectRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest)) {
      const parsed = JSON.parse(readFileSync(manifest, "utf8")) as { name?: string };
      if (parsed.name === "stet") return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(`No package named "stet" above ${start}: Stet must run inside its checkout.`);
    }
  }
}
