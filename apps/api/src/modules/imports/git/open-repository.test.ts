import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OperatorError } from "#platform/errors.js";
import { collect, TestRepository } from "../testing.js";
import { readLog } from "./git-log.js";
import { ObjectReader } from "./object-reader.js";
import { chooseBranch, openRepository } from "./open-repository.js";
import { startGit, ended } from "./git-process.js";

let repository: TestRepository;
let scratch: string;
beforeEach(() => {
  repository = new TestRepository();
  scratch = mkdtempSync(join(tmpdir(), "stet-test-scratch-"));
});
afterEach(() => {
  repository.remove();
  rmSync(scratch, { recursive: true, force: true });
});

async function commitsOf(source: string): Promise<string[]> {
  const opened = await openRepository(source);
  try {
    const { tip } = chooseBranch(opened, undefined);
    const commits = await collect(readLog(opened.repository, { tip, folder: "" }));
    return commits.map((commit) => commit.sha);
  } finally {
    await opened.close();
  }
}

test("a working folder, a bare repository, a bundle and a linked worktree read the same", async () => {
  const shas = [
    repository.write("a.md", "1\n").commit("One"),
    repository.write("a.md", "2\n").commit("Two"),
  ];
  repository.git("clone", "--quiet", "--bare", ".", join(scratch, "bare.git"));
  repository.git("bundle", "create", "--quiet", join(scratch, "all.bundle"), "--all");
  repository.git("worktree", "add", "--quiet", "-b", "linked", join(scratch, "linked"));
  expect(await commitsOf(repository.folder)).toEqual(shas);
  expect(await commitsOf(join(scratch, "bare.git"))).toEqual(shas);
  expect(await commitsOf(join(scratch, "all.bundle"))).toEqual(shas);
  expect(await commitsOf(join(scratch, "linked"))).toEqual(shas);
});

test("a repository with SHA-256 ids", async () => {
  const folder = join(scratch, "sha256");
  repository.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main", folder);
  repository.git("-C", folder, "commit", "--quiet", "--allow-empty", "-m", "One");
  const [sha] = await commitsOf(folder);
  expect(sha).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["nothing there", () => join(scratch, "none"), /There is nothing at/],
  ["an ordinary folder", () => scratch, /is not a git repository/],
  [
    "a folder inside of a repository",
    () => {
      mkdirSync(join(repository.folder, "docs"), { recursive: true });
      return join(repository.folder, "docs");
    },
    /is not a git repository/,
  ],
  [
    "an ordinary file",
    () => {
      writeFileSync(join(scratch, "file"), "hello");
      return join(scratch, "file");
    },
    /neither a git repository nor a git bundle/,
  ],
  [
    "a bundle that was cut off",
    () => {
      repository.write("a.md", "x".repeat(10_000)).commit("One");
      const bytes = repository.gitBytes("bundle", "create", "--quiet", "-", "main");
      writeFileSync(join(scratch, "cut"), bytes.subarray(0, bytes.length - 30));
      return join(scratch, "cut");
    },
    /could not read the bundle/,
  ],
])("%s is refused with a reason", async (_, source, reason) => {
  await expect(openRepository(source())).rejects.toThrow(reason);
  await expect(openRepository(source())).rejects.toBeInstanceOf(OperatorError);
});

test("an unknown branch names those there are; a repository without commits says so", async () => {
  const empty = await openRepository(repository.folder);
  expect(() => chooseBranch(empty, undefined)).toThrow(/no commits on any branch/);
  await empty.close();
  repository.write("a.md", "1\n").commit("One");
  repository.git("branch", "other");
  const opened = await openRepository(repository.folder);
  expect(() => chooseBranch(opened, "nope")).toThrow(
    expect.objectContaining({ advice: "Choose one with --branch: main, other." }),
  );
  expect(chooseBranch(opened, undefined).name).toBe("main");
  await opened.close();
});

test("nothing that a hostile repository configures is started", async () => {
  const witness = join(scratch, "witness");
  const program = join(scratch, "program");
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${witness}\ncat\n`, { mode: 0o755 });
  repository
    .write(".gitattributes", "*.md diff=evil filter=evil\n")
    .write("a.md", "1\n")
    .commit("One");
  repository.git("mv", "a.md", "b.md");
  repository.commit("Two");
  for (const [name, value] of [
    ["core.fsmonitor", program],
    ["core.pager", program],
    ["core.sshCommand", program],
    ["core.hooksPath", scratch],
    ["core.gitProxy", program],
    ["core.alternateRefsCommand", program],
    ["diff.external", program],
    ["diff.evil.command", program],
    ["diff.evil.textconv", program],
    ["filter.evil.smudge", program],
    ["log.showSignature", "true"],
    ["gpg.program", program],
    ["credential.helper", program],
    ["remote.origin.url", `ext::${program}`],
    ["remote.origin.promisor", "true"],
    ["extensions.partialClone", "origin"],
    ["protocol.ext.allow", "always"],
    ["uploadpack.packObjectsHook", program],
    ["alias.log", `!${program}`],
  ] as const) {
    repository.git("config", name, value);
  }
  const opened = await openRepository(repository.folder);
  const objects = new ObjectReader(opened.repository);
  const { tip } = chooseBranch(opened, "main");
  const commits = await collect(readLog(opened.repository, { tip, folder: "" }));
  expect(commits).toHaveLength(2);
  expect(await objects.read("1".repeat(40), 10)).toEqual({ kind: "missing" });
  await objects.close();
  await opened.close();
  expect(existsSync(witness)).toBe(false);
});

test("no network: every transport is closed", async () => {
  repository.write("a.md", "1\n").commit("One");
  const opened = await openRepository(repository.folder);
  for (const url of ["ext::sh -c true", repository.folder, "https://example.invalid/x.git"]) {
    const git = startGit(opened.repository, ["fetch", url]);
    git.stdin.end();
    git.stdout.resume();
    await expect(ended(git, "fetch")).rejects.toThrow(/not allowed/);
  }
  await opened.close();
});
