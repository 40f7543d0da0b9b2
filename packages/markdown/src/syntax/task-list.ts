import type { MarkdownIt, StateCore } from "markdown-it";

const marker = /^\[([ xX])\](?=[ \t\n])[ \t\n]?/;

/** GFM task lists: `- [x] done`. The box and its text become one label. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after("block", "task_list", markTasks);
}

function markTasks(state: StateCore): void {
  const { tokens } = state;
  for (let index = 2; index < tokens.length; index += 1) {
    const inline = tokens[index];
    const item = tokens[index - 2];
    if (inline?.type !== "inline" || item?.type !== "list_item_open") continue;
    if (tokens[index - 1]?.type !== "paragraph_open") continue;
    const match = marker.exec(inline.content);
    if (match === null) continue;
    inline.content = inline.content.slice(match[0].length);
    inline.meta = { ...inline.meta, task: match[1] === " " ? "open" : "done" };
    item.attrSet("class", "task");
  }
}
