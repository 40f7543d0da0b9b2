/** A line of a code block as a reader would use it: what to type, after which prompt, or output. */
export interface ConsoleLine {
  prompt: string;
  text: string;
  isOutput: boolean;
}

const sessionLanguages = new Set([
  "console",
  "shell-session",
  "shellsession",
  "sh-session",
  "bash-session",
  "terminal",
]);
const shellLanguages = new Set(["", "bash", "sh", "shell", "zsh"]);
const sessionPrompt =
  /^[ \t]{0,8}(?:\[[^\]\n]{1,80}\] ?|[\w.-]{1,64}@[\w.-]{1,64}(?::[^\s$#]{0,200})? ?)?[$#%](?: |$)/;
const dollarPrompt = /^[ \t]{0,8}\$ /;
const hereDocument = /<<-?\s*(["']?)([A-Za-z_]\w{0,40})\1/;

/**
 * Tells commands from output in a console session: ` ```console `, or a shell or unlabelled block
 * whose first line starts with `$ `. `undefined` for any other code.
 */
export function readConsole(code: string, language: string): ConsoleLine[] | undefined {
  const lines = code.split("\n");
  const isSession = sessionLanguages.has(language);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (!isSession && !(shellLanguages.has(language) && dollarPrompt.test(first))) return undefined;
  const pattern = isSession ? sessionPrompt : dollarPrompt;
  // A session in which nobody types is nothing but output; show it as plain code.
  if (!lines.some((line) => pattern.test(line))) return undefined;

  const result: ConsoleLine[] = [];
  let isContinued = false;
  let endWord = "";
  for (const line of lines) {
    const prompt = endWord === "" ? (pattern.exec(line)?.[0] ?? "") : "";
    const continuation = isContinued && prompt === "" ? (/^> /.exec(line)?.[0] ?? "") : "";
    const mark = prompt || continuation;
    const isCommand = mark !== "" || isContinued || endWord !== "";
    const text = line.slice(mark.length);
    result.push({ prompt: mark, text, isOutput: !isCommand });
    if (!isCommand) continue;
    if (endWord !== "") {
      if (text.trim() === endWord) endWord = "";
    } else {
      endWord = hereDocument.exec(text)?.[2] ?? "";
      isContinued = text.endsWith("\\");
    }
    if (endWord !== "") isContinued = false;
  }
  return result;
}
