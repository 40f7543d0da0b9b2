import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./project.mjs";

/**
 * Does `work` while no other process of this machine does work under the same name in this checkout.
 *
 * The lock is a listening socket: the system takes it away with the process, so a killed one leaves nothing stale, and
 * whoever waits is told by the connection that ends.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait]  called once when somebody else has it
 * @returns {Promise<T>}
 */
export async function withLock(name, work, onWait = () => {}) {
  const address = lockAddress(name);
  let server = await tryToListen(address);
  if (!server) onWait();
  while (!server) {
    await untilReleased(address);
    server = await tryToListen(address);
  }
  const held = server;
  try {
    return await work();
  } finally {
    held.release();
  }
}

/** @param {string} name */
function lockAddress(name) {
  const id = `stet-${name}-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${id}`;
  // Linux has addresses without a file; elsewhere a file may stay behind.
  return process.platform === "linux" ? `\0${id}` : join(tmpdir(), `${id}.sock`);
}

/**
 * @param {string} address
 * @returns {Promise<{ release: () => void } | undefined>}
 */
function tryToListen(address) {
  /** @type {Set<import("node:net").Socket>} */
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => waiting.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      resolve({
        release() {
          server.close();
          for (const socket of waiting) socket.destroy();
        },
      });
    });
  });
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
function untilReleased(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // A file without a process behind it.
      if (error.code === "ECONNREFUSED" && !address.startsWith("\0"))
        rmSync(address, { force: true });
    });
    socket.once("close", () => resolve());
  });
}
