import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inProject, node, readJson, workspaces } from "../running/project.mjs";
import { type Instruction, instructionsOf, only, readDockerfile } from "./dockerfile.js";

// No Docker engine is needed: what the instructions refer to is checked against the checkout, then the last stage is put
// together in a folder and run.

const stages = readDockerfile();
const last = stages.at(-1)!;
const named = (instructions: readonly Instruction[], name: string) =>
  instructions.filter((instruction) => instruction.name === name);

/** Sources and target of a COPY. */
function copied({ text }: Instruction) {
  const paths = text.split(" ");
  return { sources: paths.slice(0, -1), target: paths.at(-1)! };
}

describe("the instructions", () => {
  test("copy only what exists", () => {
    const missing = stages
      .flatMap(({ instructions }) => named(instructions, "COPY"))
      .filter(({ options }) => options["from"] === undefined)
      .flatMap((copy) => copied(copy).sources)
      .filter((source) => !existsSync(inProject(source)));
    expect(missing).toEqual([]);
  });

  test("copy from the build what the workspaces build", () => {
    const sources = named(last.instructions, "COPY")
      .filter(({ options }) => options["from"] === "build")
      .flatMap((copy) => copied(copy).sources);
    const workspacesWithBuild = workspaces().filter(
      (folder) => readJson(inProject(`${folder}/package.json`)).scripts?.build !== undefined,
    );
    expect(sources.toSorted()).toEqual(
      workspacesWithBuild.map((folder) => `/stet/${folder}/dist`).toSorted(),
    );
  });

  test("give npm the manifest of every workspace, so that it accepts the lockfile", () => {
    const manifests = only(stages.filter(({ name }) => name === "manifests"));
    const copies = named(manifests.instructions, "COPY").map((copy) => copied(copy));
    const folders = copies
      .filter(({ target }) => target !== "./")
      .map(({ target }) => target.replace(/\/$/, ""));
    expect(folders.toSorted()).toEqual(workspaces().toSorted());
  });

  test("run npm scripts that exist, in workspaces that exist", () => {
    const commands = stages
      .flatMap(({ instructions }) => named(instructions, "RUN"))
      .map(({ text }) => text);
    const scripts = commands.flatMap((text) =>
      [...text.matchAll(/npm run (\S+)/g)].map((match) => match[1]!),
    );
    expect(scripts).not.toEqual([]);
    expect(Object.keys(readJson(inProject("package.json")).scripts)).toEqual(
      expect.arrayContaining(scripts),
    );
    const names = workspaces().map((folder) => readJson(inProject(`${folder}/package.json`)).name);
    const wanted = commands.flatMap((text) =>
      [...text.matchAll(/--workspace=(\S+)/g)].map((match) => match[1]!),
    );
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  test("build on stages that exist, and end as an ordinary user", () => {
    const wanted = stages
      .flatMap(({ instructions }) => named(instructions, "COPY"))
      .flatMap(({ options }) => options["from"] ?? []);
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
    expect(only(named(last.instructions, "USER")).text).toBe("node");
  });
});

/** The environment that the image sets. */
function imageEnvironment(): Record<string, string> {
  const pairs = named(instructionsOf(last, stages), "ENV").flatMap(({ text }) => text.split(" "));
  return Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]));
}

test("the exposed port is the one that is served", () => {
  expect(only(named(last.instructions, "EXPOSE")).text).toBe(imageEnvironment()["PORT"]);
});

describe("the assembled image", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-image-"));
  let server: ChildProcess;
  let port: number;
  let output = "";
  let environment: Record<string, string>;

  beforeAll(async () => {
    assemble(folder);
    port = await freePort();
    // The data folder of the image is a volume; everything else is as the image has it.
    environment = {
      ...imageEnvironment(),
      STET_DATA_DIR: join(folder, "data"),
      PORT: String(port),
      STET_DEMO: "0",
    };
    server = start(only(named(last.instructions, "CMD")).text);
    server.stdout?.on("data", (text: Buffer) => (output += text));
    server.stderr?.on("data", (text: Buffer) => (output += text));
    await vi.waitUntil(() => output.includes("is ready") || server.exitCode !== null, {
      timeout: 90_000,
    });
  });

  afterAll(async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGKILL");
      await once(server, "close");
    }
    rmSync(folder, { recursive: true, force: true });
  });

  function start(jsonArguments: string): ChildProcess {
    const [command, ...args] = JSON.parse(jsonArguments) as string[];
    expect(command).toBe("node");
    return spawn(node(), args, { cwd: folder, env: { PATH: process.env["PATH"], ...environment } });
  }

  async function healthcheck(): Promise<number | null> {
    const check = start(only(named(last.instructions, "HEALTHCHECK")).text.replace(/^CMD /, ""));
    const [code] = (await once(check, "close")) as [number | null];
    return code;
  }

  test("serves the home page", async () => {
    expect(output).toContain("is ready");
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^<!doctype html>/i);
  });

  test("has the command-line program", async () => {
    const stet = start('["node", "apps/cli/dist/main.js", "--help"]');
    const [code] = (await once(stet, "close")) as [number | null];
    expect(code).toBe(0);
  });

  test("is healthy while it runs, stops in good order, and is not healthy afterwards", async () => {
    expect(await healthcheck()).toBe(0);
    server.kill("SIGTERM");
    const [code] = (await once(server, "close")) as [number | null];
    expect(code, output).toBe(0);
    expect(await healthcheck()).toBe(1);
  });
});

/** Puts the files of the last stage together from the built checkout. */
function assemble(folder: string): void {
  for (const copy of named(last.instructions, "COPY")) {
    const { sources, target } = copied(copy);
    if (copy.options["from"] === "runtime") {
      cpSync(inProject("package.json"), join(folder, "package.json"));
      for (const place of ["", ...workspaces()]) {
        const modules = inProject(place === "" ? "node_modules" : `${place}/node_modules`);
        if (!existsSync(modules)) continue;
        mkdirSync(join(folder, place), { recursive: true });
        symlinkSync(modules, join(folder, place, "node_modules"));
      }
      continue;
    }
    for (const source of sources) {
      const from = inProject(source.replace(/^\/stet\//, ""));
      mkdirSync(dirname(join(folder, target)), { recursive: true });
      cpSync(from, join(folder, target), { recursive: true });
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
