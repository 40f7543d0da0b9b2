import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandFile, inProject, node } from "../running/project.mjs";

/** One violation each: the file, what stands in it, and the words of the advice. */
const violations: [rule: string, file: string, code: string, advice: string][] = [
  [
    "packages know no app",
    "packages/schema/src/a.ts",
    `import "@stet/api";`,
    "Packages know no app",
  ],
  [
    "history knows no package",
    "packages/history/src/a.ts",
    `import "@stet/markdown";`,
    "import nothing of ours",
  ],
  [
    "markdown knows no package",
    "packages/markdown/src/a.ts",
    `import "@stet/history";`,
    "import nothing of ours",
  ],
  [
    "markdown knows no app",
    "packages/markdown/src/b.ts",
    `import "../../../apps/api/src/x.js";`,
    "Packages know no app",
  ],
  [
    "a package has a contract",
    "apps/api/src/modules/a/a.ts",
    `import "@stet/markdown/src/x.js";`,
    "by its name",
  ],
  [
    "a module has an index",
    "apps/api/src/modules/a/b.ts",
    `import "../pages/pages.service.js";`,
    "through its index.ts",
  ],
  [
    "by its alias too",
    "apps/api/src/modules/a/c.ts",
    `import "#modules/pages/pages.service.js";`,
    "through its index.ts",
  ],
  [
    "resolvers talk to services",
    "apps/api/src/modules/a/a.resolver.ts",
    `import "./a.repository.js";`,
    "Resolvers talk to services",
  ],
  [
    "GraphQL stops at the resolver",
    "apps/api/src/modules/a/a.service.ts",
    `import "type-graphql";`,
    "GraphQL stops at the resolver",
  ],
  [
    "also below services",
    "apps/api/src/modules/a/a.repository.ts",
    `import "./a.type.js";`,
    "GraphQL stops at the resolver",
  ],
  [
    "the platform knows no module",
    "apps/api/src/platform/http/a.ts",
    `import "#modules/pages/index.js";`,
    "The platform knows no module",
  ],
  [
    "tests' ground does not ship",
    "apps/api/src/modules/a/d.ts",
    `import "#testing/index.js";`,
    "must not ship",
  ],
  [
    "features meet in app",
    "apps/web/src/features/reading/a.ts",
    `import "#features/history/x.js";`,
    "Features meet only in app",
  ],
  [
    "by their path too",
    "apps/web/src/features/reading/b.ts",
    `import "../history/x.js";`,
    "through its index.ts",
  ],
  [
    "nor from a folder within",
    "apps/web/src/features/reading/client/a.ts",
    `import "../../history/x.js";`,
    "Features meet only in app",
  ],
  [
    "features do not know app",
    "apps/web/src/features/reading/c.ts",
    `import "#app/shell.js";`,
    "app knows the features",
  ],
  [
    "ui knows no feature",
    "apps/web/src/ui/a.ts",
    `import "#features/reading/x.js";`,
    "Features meet only in app",
  ],
  ["the web app speaks GraphQL", "apps/web/src/app/a.ts", `import "@stet/api";`, "by GraphQL only"],
  [
    "one place reads the environment",
    "apps/api/src/modules/a/e.ts",
    `export const port = process.env["PORT"];`,
    "process.env",
  ],
  [
    "any is no type",
    "apps/api/src/modules/a/f.ts",
    `export const a = (b: any): unknown => b;`,
    "any",
  ],
  [
    "promises are awaited",
    "apps/api/src/modules/a/g.ts",
    `const save = async () => {};\nsave();\nexport {};`,
    "Promises must be awaited",
  ],
  ["exports have names", "apps/api/src/modules/a/h.ts", `export default 1;`, "default export"],
  [
    "the console is not a log",
    "apps/api/src/modules/a/i.ts",
    `console.log("x");\nexport {};`,
    "console",
  ],
];

/** What the same files may do. */
const allowed: [file: string, code: string][] = [
  [
    "apps/api/src/modules/b/b.ts",
    `import "../pages/index.js";\nimport "#platform/errors.js";\nimport "../../context.js";`,
  ],
  ["apps/api/src/modules/b/b.resolver.ts", `import "./b.service.js";\nimport "type-graphql";`],
  [
    "apps/api/src/modules/b/b.service.ts",
    `import "./b.repository.js";\nimport type { B } from "./b.type.js";\nexport type C = B;`,
  ],
  ["apps/api/src/modules/b/b.api.test.ts", `import "#testing/index.js";\nimport "vitest";`],
  ["apps/api/src/platform/config/b.ts", `export const port = process.env["PORT"];`],
  [
    "apps/web/src/features/browsing/b.ts",
    `import "#ui/icon.js";\nimport "#api/index.js";\nimport "@stet/markdown";`,
  ],
  ["apps/web/src/app/b.ts", `import "#features/reading/routes.js";`],
];

interface Diagnostic {
  filename: string;
  message: string;
  help?: string;
  severity: string;
}

const folder = mkdtempSync(join(tmpdir(), "stet-lint-"));
const found = new Map<string, string>();

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${text}\n`);
}

beforeAll(async () => {
  cpSync(inProject("oxlint.config.ts"), join(folder, "oxlint.config.ts"));
  symlinkSync(inProject("node_modules"), join(folder, "node_modules"));
  plant("package.json", `{ "type": "module" }`);
  plant(
    "tsconfig.json",
    `{ "compilerOptions": { "strict": true, "types": ["node"] }, "include": ["apps", "packages"] }`,
  );
  for (const [, file, code] of violations) plant(file, code);
  for (const [file, code] of allowed) plant(file, code);
  const output = await new Promise<string>((resolve) => {
    const args = [commandFile("oxlint"), "--format=json", "apps", "packages"];
    // It exits with 1, which is the point.
    execFile(node(), args, { cwd: folder, maxBuffer: 2 ** 24 }, (_, stdout) => resolve(stdout));
  });
  for (const { filename, message, help, severity } of (
    JSON.parse(output) as { diagnostics: Diagnostic[] }
  ).diagnostics) {
    if (severity === "error")
      found.set(filename, `${found.get(filename) ?? ""}${message} ${help ?? ""}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(violations)("%s", (_, file, __, advice) => {
  expect(found.get(file)).toContain(advice);
});

test.each(allowed)("%s is fine", (file) => {
  expect(found.get(file)).toBeUndefined();
});
