import { run } from "../running/command.mjs";
import { environment, inProject, node } from "../running/project.mjs";

/** Runs the built server until it stops; resolves to its exit code. */
export function serve() {
  return run(node(), [inProject("apps/api/dist/main.js")], {
    env: environment({ NODE_ENV: process.env["NODE_ENV"] ?? "production" }),
  });
}
