import type { LanguageRegistration } from "shiki/core";

type Load = () => Promise<{ default: LanguageRegistration[] }>;

/** The languages that are coloured, each loaded when first wanted. */
export const languages = {
  bash: () => import("shiki/langs/bash.mjs"),
  bat: () => import("shiki/langs/bat.mjs"),
  c: () => import("shiki/langs/c.mjs"),
  css: () => import("shiki/langs/css.mjs"),
  diff: () => import("shiki/langs/diff.mjs"),
  docker: () => import("shiki/langs/docker.mjs"),
  go: () => import("shiki/langs/go.mjs"),
  graphql: () => import("shiki/langs/graphql.mjs"),
  hcl: () => import("shiki/langs/hcl.mjs"),
  html: () => import("shiki/langs/html.mjs"),
  http: () => import("shiki/langs/http.mjs"),
  ini: () => import("shiki/langs/ini.mjs"),
  java: () => import("shiki/langs/java.mjs"),
  javascript: () => import("shiki/langs/javascript.mjs"),
  json: () => import("shiki/langs/json.mjs"),
  jsonc: () => import("shiki/langs/jsonc.mjs"),
  lua: () => import("shiki/langs/lua.mjs"),
  make: () => import("shiki/langs/make.mjs"),
  nginx: () => import("shiki/langs/nginx.mjs"),
  ocaml: () => import("shiki/langs/ocaml.mjs"),
  powershell: () => import("shiki/langs/powershell.mjs"),
  python: () => import("shiki/langs/python.mjs"),
  rust: () => import("shiki/langs/rust.mjs"),
  sql: () => import("shiki/langs/sql.mjs"),
  systemd: () => import("shiki/langs/systemd.mjs"),
  toml: () => import("shiki/langs/toml.mjs"),
  tsx: () => import("shiki/langs/tsx.mjs"),
  typescript: () => import("shiki/langs/typescript.mjs"),
  xml: () => import("shiki/langs/xml.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
} as const satisfies Record<string, Load>;

export type LanguageName = keyof typeof languages;

const aliases: Readonly<Record<string, LanguageName>> = {
  "bash-session": "bash",
  "c++": "c",
  cjs: "javascript",
  cmd: "bat",
  conf: "ini",
  console: "bash",
  cpp: "c",
  dockerfile: "docker",
  golang: "go",
  gql: "graphql",
  h: "c",
  htm: "html",
  js: "javascript",
  json5: "jsonc",
  jsx: "tsx",
  ksh: "bash",
  makefile: "make",
  ml: "ocaml",
  mjs: "javascript",
  patch: "diff",
  properties: "ini",
  ps1: "powershell",
  py: "python",
  python3: "python",
  rs: "rust",
  service: "systemd",
  sh: "bash",
  "sh-session": "bash",
  shell: "bash",
  "shell-session": "bash",
  shellscript: "bash",
  shellsession: "bash",
  svg: "xml",
  terminal: "bash",
  terraform: "hcl",
  tf: "hcl",
  ts: "typescript",
  yml: "yaml",
  zsh: "bash",
};

/** The language that an info string's first word means; `undefined` when there is none. */
export function languageOf(name: string): LanguageName | undefined {
  const lower = name.toLowerCase();
  if (isLanguage(lower)) return lower;
  return Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
}

function isLanguage(name: string): name is LanguageName {
  return Object.hasOwn(languages, name);
}
