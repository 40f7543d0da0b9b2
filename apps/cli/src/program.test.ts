import { expect, test } from "vitest";
import { OperatorError } from "@stet/api";
import type { Command, Run } from "./command.js";
import { commands } from "./commands/index.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import { Output } from "./output.js";
import { runProgram } from "./program.js";

const stop = new AbortController();

async function run(line: string, command?: Partial<Command>) {
  let out = "";
  let error = "";
  const output = new Output(
    { write: (text: string) => ((out += text), true) },
    { isTTY: false, write: (text: string) => ((error += text), true) },
  );
  const known = command ? [{ ...example, ...command }] : commands;
  const code = await runProgram({
    commands: known,
    words: line.split(" ").filter(Boolean),
    output,
    signal: stop.signal,
  });
  return { code, out, error };
}

let seen: Run["given"] | undefined;
const example: Command = {
  name: "do it",
  summary: "Does it.",
  args: ["WHAT"],
  options: {
    space: { type: "string", value: "KEY", help: "the space", isRequired: true },
    json: { type: "boolean", help: "as JSON" },
  },
  run({ given }): Promise<ExitCode> {
    seen = given;
    return Promise.resolve(EXIT.done);
  },
};

test.each(["", "help", "--help", "-h"])(
  "stet %s lists every command and the exit codes",
  async (line) => {
    const { code, out } = await run(line);
    expect(code).toBe(EXIT.done);
    for (const command of commands) expect(out).toContain(command.name);
    expect(out).toContain("130");
  },
);

test.each(commands.map((command) => [command.name, command] as const))(
  "stet %s --help explains it",
  async (name, command) => {
    const { code, out } = await run(`${name} --help`);
    expect(code).toBe(EXIT.done);
    expect(out).toContain(command.summary);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
  },
);

test("arguments and options arrive", async () => {
  expect(await run("do it now --space xen --json", {})).toMatchObject({ code: EXIT.done });
  expect(seen?.args).toEqual(["now"]);
  expect([seen?.text("space"), seen?.has("json"), seen?.text("none")]).toEqual([
    "xen",
    true,
    undefined,
  ]);
});

test.each([
  ["frobnicate", /There is no command "frobnicate"/],
  ["do it --space x", /WHAT is missing/],
  ["do it now", /--space KEY is missing/],
  ["do it now later --space x", /"later" is one word too many/],
  ["do it now --space x --what", /Unknown option '--what'/],
  ["do it now --space", /--space/],
  ["do it now --space=", /--space is empty/],
])("stet %s is not understood: one line, and where to look", async (line, message) => {
  const { code, error, out } = await run(line, {});
  expect(code).toBe(EXIT.usage);
  expect(error).toMatch(message);
  expect(error).toMatch(/\n {2}See: stet /);
  expect(error).not.toMatch(/\n\s+at /);
  expect(out).toBe("");
});

test("what the operator can mend has no stack trace", async () => {
  const refused = () => Promise.reject(new OperatorError("No space.", "Make one."));
  expect(await run("do it x --space y", { run: refused })).toEqual({
    code: EXIT.refused,
    out: "",
    error: "✖ No space.\n  Make one.\n",
  });
});

test("a bug says where it is", async () => {
  const { code, error } = await run("do it x --space y", {
    run: () => Promise.reject(new Error("Oh")),
  });
  expect(code).toBe(EXIT.failed);
  expect(error).toMatch(/Error: Oh\n\s+at /);
});
