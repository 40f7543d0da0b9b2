import { rm } from "node:fs/promises";
import { rolldown } from "rolldown";

/** The server, and what the command-line program uses. Packages from npm stay outside; ours are TypeScript sources and come along. */
await rm("dist", { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: "src/main.ts", index: "src/index.ts" },
  platform: "node",
  tsconfig: "tsconfig.json",
  external: (id) =>
    /^[a-z@]/i.test(id) && !id.startsWith("@stet/") && !id.startsWith("@oxc-project/"),
  onwarn(warning) {
    throw new Error(warning.message);
  },
});
await bundle.write({
  dir: "dist",
  format: "esm",
  sourcemap: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
});
await bundle.close();
