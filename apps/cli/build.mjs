import { rm } from "node:fs/promises";
import { rolldown } from "rolldown";

/** The API is built beside us, with the packages it needs. */
const api = {
  name: "api-build",
  resolveId: (id) =>
    id === "@stet/api" ? { id: "../../api/dist/index.js", external: true } : undefined,
};

await rm("dist", { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: "src/main.ts" },
  platform: "node",
  tsconfig: "tsconfig.json",
  plugins: [api],
  onwarn(warning) {
    throw new Error(warning.message);
  },
});
await bundle.write({ file: "dist/main.js", format: "esm", sourcemap: true });
await bundle.close();
