import type { Env } from "markdown-it";
import type { SourceProblem } from "../problem.js";

/** What the syntax rules learn about one page while it is parsed. */
export interface ParseState {
  problems: SourceProblem[];
  /** Lines of the file before the parsed text (its front matter). */
  lineOffset: number;
  /** Names of JSX components that the page closes somewhere, e.g. `Terminal`. */
  components: ReadonlySet<string>;
  footnotes: Map<string, FootnoteUse>;
  /** Per component: from where a template literal's end was looked for, and where it was. */
  nextTemplateEnd: Map<string, { from: number; start: number; end: number }>;
}

export interface FootnoteUse {
  label: string;
  /** 1-based, in order of first reference; 0 while unreferenced. */
  number: number;
  references: number;
}

const states = new WeakMap<Env, ParseState>();
const closingComponent = /<\/([A-Z][A-Za-z0-9.]*)\s*>/g;

export function createEnvironment(source: string, lineOffset: number): Env {
  const components = new Set<string>();
  for (const [, name] of source.matchAll(closingComponent)) {
    if (name !== undefined && isComponentName(name)) components.add(name);
  }
  const environment: Env = {};
  states.set(environment, {
    problems: [],
    lineOffset,
    components,
    footnotes: new Map(),
    nextTemplateEnd: new Map(),
  });
  return environment;
}

export function parseStateOf(env: Env): ParseState {
  const state = states.get(env);
  if (state === undefined) throw new TypeError("Parse with an environment of createEnvironment.");
  return state;
}

/** `LinkCard` is a component; `H2` and `A` are HTML written large. */
export function isComponentName(name: string): boolean {
  return /^[A-Z]/.test(name) && /[a-z]/.test(name);
}

/** Reports at a 0-based line of the parsed text. */
export function reportAt(env: Env, line: number, code: string, message: string, column = 1): void {
  const { problems, lineOffset } = parseStateOf(env);
  problems.push({ code, message, line: line + lineOffset + 1, column, severity: "warning" });
}
