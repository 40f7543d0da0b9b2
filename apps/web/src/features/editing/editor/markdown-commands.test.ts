import { EditorState, type Transaction } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { continueMarkup, surround } from "./markdown-commands.js";

/** `|` is the caret, or both ends of the selection. */
function run(command: typeof continueMarkup, marked: string): string | false {
  const [anchor = 0, head = anchor] = [...marked.matchAll(/\|/g)].map(
    (found, index) => found.index - index,
  );
  let state = EditorState.create({ doc: marked.replaceAll("|", ""), selection: { anchor, head } });
  const isDone = command({
    state,
    dispatch: (transaction: Transaction) => (state = transaction.state),
  });
  if (!isDone) return false;
  const { from, to } = state.selection.main;
  const text = state.sliceDoc();
  return from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

describe("continueMarkup", () => {
  it.each([
    ["- a|", "- a\n- |"],
    ["  * a|b", "  * a\n  * |b"],
    ["9. a|", "9. a\n10. |"],
    ["1) a|", "1) a\n2) |"],
    ["- [x] done|", "- [x] done\n- [ ] |"],
    ["> said|", "> said\n> |"],
    ["- a\n- |", "- a\n|"],
  ])("%j becomes %j", (before, after) => expect(run(continueMarkup, before)).toBe(after));

  it.each(["plain|", "|- a", "-|a", "**bold**|", "- a|b|"])("leaves %j to the editor", (text) =>
    expect(run(continueMarkup, text)).toBe(false),
  );
});

describe("surround", () => {
  it.each([
    ["a |b| c", "a **|b|** c"],
    ["a **|b|** c", "a |b| c"],
    ["a | c", "a **|** c"],
  ])("%j becomes %j", (before, after) => expect(run(surround("**"), before)).toBe(after));
});
