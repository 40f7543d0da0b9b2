import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const inputs = [
  "src/styles/document.css",
  "src/islands/main.ts",
  "src/app/icon.svg",
  "src/features/editing/main.tsx",
  "src/features/exploring/main.tsx",
];

export default defineConfig(({ command, isSsrBuild }) => ({
  base: "/-/assets/",
  appType: "custom",
  publicDir: false,
  plugins: [react()],
  define: isSsrBuild ? { "process.env.NODE_ENV": JSON.stringify("production") } : {},
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node22",
        ssr: true,
        rolldownOptions: {
          input: { server: "src/server.ts" },
          output: { entryFileNames: "[name].js" },
        },
      }
    : {
        outDir: "dist/client",
        assetsDir: "",
        manifest: "manifest.json",
        target: "es2022",
        cssTarget: ["chrome125", "firefox128", "safari18"],
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        // Monaco, for GraphiQL alone.
        chunkSizeWarningLimit: 4_000,
        rolldownOptions: {
          input: inputs,
          // A hint for React's compiler in GraphiQL, which has done its work long before.
          onwarn: (warning, warn) => warning.code !== "MODULE_LEVEL_DIRECTIVE" && warn(warning),
        },
      },
  // Everything in one file when built: the server starts faster and needs no node_modules of the web app.
  ssr: command === "build" ? { noExternal: true } : {},
  worker: { format: "es" },
  // They import workers in Vite's own way, which its dependency bundler does not know.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
}));
