import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { finished } from "../running/command.mjs";
import { environment, inProject, node, root } from "../running/project.mjs";

/**
 * Runs the built server until it stops; resolves to its exit code.
 *
 * It is asked to stop by letting go of its channel rather than by a signal: Ctrl-C reaches the server by itself, npm
 * sends us the same signal again, and it must not count as a second, impatient one. A channel is also let go when this
 * process is killed, so that no server stays behind on the port.
 */
export function serve() {
  const withUs = pathToFileURL(inProject("scripts/setup/stop-with-starter.mjs")).href;
  const server = spawn(node(), ["--import", withUs, inProject("apps/api/dist/main.js")], {
    cwd: root,
    env: environment({ NODE_ENV: process.env["NODE_ENV"] ?? "production" }),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  return finished("node", server, () => {
    if (server.connected) server.disconnect();
  });
}
