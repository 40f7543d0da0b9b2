import { readFileSync } from "node:fs";
import { inProject } from "../running/project.mjs";

export interface Instruction {
  name: string;
  /** Without its options. */
  text: string;
  options: Record<string, string>;
}

export interface Stage {
  name: string;
  from: string;
  instructions: Instruction[];
}

/** The stages of our Dockerfile, as far as we use the language: one instruction a logical line, no variables. */
export function readDockerfile(): Stage[] {
  const lines = readFileSync(inProject("Dockerfile"), "utf8")
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const stages: Stage[] = [];
  for (const line of lines) {
    const [name = "", ...words] = line.split(/\s+/);
    if (name === "FROM") {
      stages.push({ name: words[2] ?? "", from: words[0] ?? "", instructions: [] });
      continue;
    }
    const options = words.filter((word) => word.startsWith("--") && name !== "RUN");
    stages.at(-1)?.instructions.push({
      name,
      text: words.slice(options.length).join(" "),
      options: Object.fromEntries(
        options.map((option) => option.slice(2).split("=") as [string, string]),
      ),
    });
  }
  return stages;
}

/** Of one stage and, in their order, of the stages it begins with. */
export function instructionsOf(stage: Stage, stages: readonly Stage[]): Instruction[] {
  const base = stages.find(({ name }) => name === stage.from);
  return [...(base ? instructionsOf(base, stages) : []), ...stage.instructions];
}

export function only<T>(items: readonly T[]): T {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0)
    throw new Error(`Expected one, found ${items.length}.`);
  return item;
}
