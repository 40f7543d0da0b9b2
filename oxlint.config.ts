import { defineConfig } from "oxlint";

/** What a group of files may not import, and what to do instead. */
interface Ban {
  group: string[];
  message: string;
  /** A type leaves nothing behind in the running code. */
  allowTypeImports?: boolean;
}

// An override replaces the options of a rule, so every area lists its bans whole.
const bans = (...patterns: Ban[]): ["error", { patterns: Ban[] }] => ["error", { patterns }];

const siblings: Ban = {
  group: ["../*/*", "!../*/index.js", "!../../context.js"],
  message: "Import another folder through its index.ts: what it leaves out is private.",
};
const featuresAbove: Ban = {
  group: ["../../*/**"],
  message: "Features meet only in app. Move what both need to #ui (looks) or #api (data).",
};
const apps: Ban = {
  group: ["@stet/api", "@stet/api/**", "@stet/web", "@stet/web/**", "@stet/cli", "**/apps/**"],
  message:
    "Packages know no app. Take what you need as an argument, or move the shared part into a package.",
};
const ours: Ban = {
  group: ["@stet/*", "@stet/*/**"],
  message: "history and markdown import nothing of ours: let the caller pass it in.",
};
const insides: Ban = {
  group: ["@stet/*/src/**", "**/packages/*/src/**", "../../../packages/**"],
  message: "Import a package by its name: its exports are its contract.",
};
const apiFromWeb: Ban = {
  group: ["@stet/api", "@stet/api/**", "**/apps/api/**"],
  message:
    "The web app knows the API by GraphQL only: write an operation, or take it from WebDeps.",
};
const otherFeatures: Ban = {
  group: ["#features/**"],
  message: "Features meet only in app. Move what both need to #ui (looks) or #api (data).",
};
const appFromBelow: Ban = {
  group: ["#app/**"],
  message:
    "app knows the features, never the reverse: export a route or a component and let app place it.",
};
const modulesFromPlatform: Ban = {
  group: ["#modules/**", "**/modules/**"],
  message: "The platform knows no module: let the module pass a function in.",
};
const moduleInsides: Ban = {
  group: ["#modules/*/**", "!#modules/*/index.js", "!#modules/*/testing.js"],
  message: "Import another module through its index.ts: what it leaves out is private.",
};
const testing: Ban = {
  group: ["#testing/**", "@stet/api/testing", "**/testing/index.js", "vitest"],
  message: "What tests stand on must not ship: keep it in *.test.ts or in src/testing.",
};
const repositories: Ban = {
  group: ["**/*.repository.js"],
  message:
    "Resolvers talk to services: a rule or a permission that a resolver skips is skipped for everybody.",
};
const resolvers: Ban = {
  group: ["**/*.resolver.js", "**/*.type.js", "type-graphql", "graphql"],
  message: "GraphQL stops at the resolver: services and repositories must survive its replacement.",
  allowTypeImports: true,
};

const api = [siblings, moduleInsides, insides];
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/testing/**", "**/testing.ts"];

/**
 * Either a finding is an error or the rule is off: warnings that stay teach nobody. Boundaries are those of
 * docs/architecture.md; scripts/lint.test.ts plants a violation of each.
 */
export default defineConfig({
  plugins: [
    "typescript",
    "import",
    "unicorn",
    "oxc",
    "promise",
    "node",
    "vitest",
    "react",
    "jsx-a11y",
  ],
  options: { typeAware: true },
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "no-console": "error",
    "no-restricted-imports": bans(siblings, insides),
    "node/no-process-env": "error",
    "promise/no-return-wrap": "error",
    "typescript/await-thenable": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
    "vitest/no-focused-tests": "error",
    "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],

    // A row of the database, a parsed JSON: the assertion is where its shape is stated.
    "typescript/no-unsafe-type-assertion": "off",
    // Awaiting in turn is what most of our loops are for: one connection, one order.
    "no-await-in-loop": "off",
    // A function inside the one that uses it reads well.
    "unicorn/consistent-function-scoping": "off",
    // Copying is the point of these: callers keep their objects.
    "oxc/no-map-spread": "off",
    "import/no-unassigned-import": "off",
    // Methods of the objects we pass around are written without `this`.
    "typescript/unbound-method": "off",
    // "Returns undefined at the end" is said by the type.
    "typescript/consistent-return": "off",
    // Sorting an array one has just made is no surprise to anybody.
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "typescript/no-unnecessary-type-parameters": "off",
    "unicorn/no-new-array": "off",
    // Made for windows; a worker has one other end.
    "unicorn/require-post-message-target-origin": "off",
    "promise/always-return": "off",
    "react/react-in-jsx-scope": "off",
    // A ref that holds the newest value for a callback is how CodeMirror and React meet.
    "react/refs": "off",
    "react/set-state-in-effect": "off",
    // A region that scrolls must be reachable by keyboard.
    "jsx-a11y/no-noninteractive-tabindex": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
  },
  overrides: [
    { files: ["packages/**"], rules: { "no-restricted-imports": bans(siblings, apps, insides) } },
    {
      files: ["packages/history/**", "packages/markdown/**"],
      rules: { "no-restricted-imports": bans(siblings, ours, apps) },
    },
    { files: ["apps/api/src/**"], rules: { "no-restricted-imports": bans(...api, testing) } },
    {
      files: ["apps/api/src/platform/**"],
      rules: { "no-restricted-imports": bans(siblings, insides, modulesFromPlatform, testing) },
    },
    {
      files: ["apps/api/src/**/*.resolver.ts"],
      rules: { "no-restricted-imports": bans(...api, testing, repositories) },
    },
    {
      files: [
        "apps/api/src/**/*.service.ts",
        "apps/api/src/**/*.repository.ts",
        "apps/api/src/**/*.policy.ts",
      ],
      rules: { "no-restricted-imports": bans(...api, testing, resolvers) },
    },
    {
      files: ["apps/web/**"],
      rules: { "no-restricted-imports": bans(siblings, insides, apiFromWeb) },
    },
    {
      files: ["apps/web/src/features/**"],
      rules: {
        "no-restricted-imports": bans(siblings, insides, apiFromWeb, otherFeatures, appFromBelow),
      },
    },
    {
      // Folders within one feature know each other.
      files: ["apps/web/src/features/*/*/**"],
      rules: {
        "no-restricted-imports": bans(
          featuresAbove,
          insides,
          apiFromWeb,
          otherFeatures,
          appFromBelow,
        ),
      },
    },
    {
      files: ["apps/web/src/{ui,api,routing}/**"],
      rules: {
        "no-restricted-imports": bans(siblings, insides, apiFromWeb, otherFeatures, appFromBelow),
      },
    },
    // The one place that reads the environment.
    { files: ["apps/api/src/platform/config/**"], rules: { "node/no-process-env": "off" } },
    {
      files: tests,
      rules: {
        "no-restricted-imports": bans(siblings, moduleInsides, insides),
        "node/no-process-env": "off",
        "max-lines": "off",
        // `expect(value, "what this is")` is Vitest's own.
        "vitest/valid-expect": "off",
        "vitest/no-conditional-expect": "off",
        "vitest/valid-title": "off",
        // Some tests assert by helper functions of theirs.
        "vitest/expect-expect": "off",
      },
    },
    {
      files: ["tests/**", "packages/*/test/**"],
      rules: { "node/no-process-env": "off", "vitest/expect-expect": "off" },
    },
    {
      // Plain JavaScript around the apps: npm and the shell speak by the environment.
      files: ["scripts/**", "apps/*/*.mjs", "apps/web/dev/**", "*.config.ts"],
      rules: { "no-restricted-imports": "off", "node/no-process-env": "off" },
    },
    { files: ["**/*.config.ts", "**/codegen.mjs"], rules: { "import/no-default-export": "off" } },
  ],
  ignorePatterns: ["**/dist/**", "**/*.generated.ts", "**/.turbo/**"],
});
