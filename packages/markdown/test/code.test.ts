import { describe, expect, it } from "vitest";
import { createHighlighter } from "../src/highlight/index.js";
import { parseInfo, renderMarkdown } from "../src/index.js";
import { context } from "./context.js";

describe("parseInfo", () => {
  it.each([
    ["", "", [], {}],
    ["bash sudo timeout=10m id=x", "bash", ["sudo"], { timeout: "10m", id: "x" }],
    ["Bash {norun}", "bash", ["norun"], {}],
    ["{terminal}", "terminal", [], {}],
    [
      'ini file="/etc/default/xen cfg" mode=0644',
      "ini",
      [],
      { file: "/etc/default/xen cfg", mode: "0644" },
    ],
    ["js title='a b' {1,3-5}", "js", ["1,3-5"], { title: "a b" }],
    ["sh on=ubuntu on=debian don't", "sh", ["don't"], { on: "debian" }],
    ["title=x", "", [], { title: "x" }],
    ["sh __proto__=x", "sh", [], { ["__proto__"]: "x" }],
  ])("%j", (info, language, flags, attributes) => {
    const parsed = parseInfo(info);
    expect({ ...parsed, attributes: Object.entries(parsed.attributes) }).toEqual({
      language,
      flags,
      attributes: Object.entries(attributes),
    });
  });
});

describe("code blocks", async () => {
  const highlighter = await createHighlighter();
  const html = (source: string) =>
    renderMarkdown(source, { ...context, highlight: highlighter.highlight }).html;
  const copied = (source: string) =>
    html(source)
      .replace(/<span class="(?:prompt|output)">[^<]*<\/span>\n?/g, "")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&")
      .trim();

  it("leaves prompts and output to be left out by a copy button", () => {
    expect(
      copied("```console\n$ echo a \\\n  b\na b\n# cat <<X\ntext\nX\n[u@h dir]$ ls\nf\n```"),
    ).toBe("echo a \\\n  b\ncat <<X\ntext\nX\nls");
    expect(copied("```\n$ ls\nout\n$ pwd\n/\n```")).toBe("ls\npwd");
    expect(copied("```bash\n# a comment\nls\n```")).toBe("# a comment\nls");
    expect(copied("```console\nonly output\n```")).toBe("only output");
  });

  it("has the same markup without colours", () => {
    const source = "```js title=x\nconst a = 1;\n```\n";
    const plain = renderMarkdown(source, context).html;
    expect(html(source).replace(/<span class="t-\w+">([^<]*)<\/span>/g, "$1")).toBe(plain);
    expect(html(source)).toContain('<span class="t-keyword">const</span>');
  });

  it("leaves unlabelled, unknown and very long code plain", () => {
    expect(html("```\nconst a = 1;\n```")).not.toContain("<span");
    expect(html("```klingon\nconst a = 1;\n```")).not.toContain("<span");
    expect(html(`\`\`\`js\n${"const a = 1;\n".repeat(2000)}\`\`\``)).not.toContain("<span");
  });

  it("loses no character of any code", () => {
    for (const language of [
      "bash",
      "python",
      "c",
      "yaml",
      "json",
      "xml",
      "html",
      "css",
      "js",
      "ts",
      "go",
      "rust",
      "ini",
      "toml",
      "diff",
      "sql",
      "dockerfile",
      "powershell",
      "nginx",
      "ocaml",
      "hcl",
      "java",
    ]) {
      const code = `a = "b" # c\n\n  \t{ <x y='z'> & 1.5 } // é 日本 \\\n-- SELECT * FROM t;\n`;
      const lines = highlighter.highlight(code, language);
      expect(lines?.map((line) => line.map(({ text }) => text).join("")).join("\n"), language).toBe(
        code,
      );
    }
  });

  it("colours the same code once, and forgets the oldest", async () => {
    const small = await createHighlighter({ maxCacheCharacters: 100 });
    const first = small.highlight("echo 1", "sh");
    expect(small.highlight("echo 1", "bash")).toBe(first);
    expect(small.stats()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
    for (let index = 0; index < 50; index += 1)
      small.highlight(`echo ${index} # ${"x".repeat(10)}`, "sh");
    expect(small.stats().characters).toBeLessThanOrEqual(100);
    expect(small.highlight("echo 1", "sh")).not.toBe(first);
  });

  it("loads languages when a page asks for them", async () => {
    const lazy = await createHighlighter({ load: "none" });
    const source = "```py\nx = 1\n```\n\n~~~ {sql}\nselect 1\n~~~\n";
    expect(lazy.highlight("x = 1", "py")).toBeUndefined();
    expect(await lazy.prepare(source)).toBe(true);
    expect(await lazy.prepare(source)).toBe(false);
    expect(renderMarkdown(source, { ...context, highlight: lazy.highlight }).html).toBe(
      html(source),
    );
  });

  it("takes names from nobody's prototype", () => {
    for (const name of ["constructor", "__proto__", "toString"])
      expect(highlighter.highlight("x", name)).toBeUndefined();
  });
});
