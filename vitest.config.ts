import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const exclude = ["**/node_modules/**", "**/dist/**", "tests/e2e/**"];
const withDatabase = [
  "apps/api/**/*.test.ts",
  "apps/cli/**/*.test.ts",
  "tests/conformance/**/*.test.ts",
  "tests/faults/**/*.test.ts",
];

export default defineConfig({
  resolve: {
    // One copy of graphql: Node loads its CommonJS build for everybody, Vite would choose the other one for our files.
    alias: [{ find: /^graphql$/, replacement: here("./node_modules/graphql/index.js") }],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/**/*.test.ts", "apps/web/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude,
        },
      },
      {
        extends: true,
        test: {
          name: "api",
          include: withDatabase,
          exclude,
          // A PostgreSQL for the run; a run that touches none of these files starts none.
          setupFiles: ["reflect-metadata"],
          globalSetup: [here("./apps/api/src/testing/global-setup.ts")],
        },
      },
    ],
  },
});
