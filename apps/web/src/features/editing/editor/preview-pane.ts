import type { TextAnswers } from "./text-worker-types.js";

/** The rendered text beside the source, renewed block by block and scrolled to match. */
export class PreviewPane {
  #blocks: { nodes: ChildNode[]; line: number }[] = [];

  constructor(
    readonly scroller: HTMLElement,
    readonly content: HTMLElement,
  ) {}

  update({ patch, lines }: TextAnswers["preview"]): void {
    const removed = this.#blocks.slice(patch.from, patch.from + patch.remove);
    for (const { nodes } of removed) for (const node of nodes) node.remove();
    const after = this.#blocks[patch.from + patch.remove]?.nodes[0] ?? null;
    const added = patch.insert.map((html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      const nodes = [...template.content.childNodes];
      this.content.insertBefore(template.content, after);
      return { nodes, line: -1 };
    });
    this.#blocks.splice(patch.from, patch.remove, ...added);
    for (const [index, block] of this.#blocks.entries()) block.line = lines[index] ?? -1;
  }

  /** Brings the block of a source line to the top. */
  showLine(line: number): void {
    const [before, after] = this.#around((block) => block.line <= line);
    if (!before) return;
    const share = after ? (line - before.line) / Math.max(1, after.line - before.line) : 0;
    const top = topOf(before);
    const next = after ? topOf(after) : top;
    this.scroller.scrollTop += top + share * (next - top) - this.#start;
  }

  /** The source line of what is at the top. */
  topLine(): number {
    const [before, after] = this.#around((block) => topOf(block) <= this.#start + 1);
    if (!before) return 1;
    if (!after) return before.line;
    const top = topOf(before);
    const share = (this.#start - top) / Math.max(1, topOf(after) - top);
    return before.line + share * (after.line - before.line);
  }

  get #start(): number {
    return this.scroller.getBoundingClientRect().top;
  }

  #around(isBefore: (block: Block) => boolean): [Block | undefined, Block | undefined] {
    const placed = this.#blocks.filter((block) => block.line > 0 && elementOf(block));
    const index = placed.findLastIndex(isBefore);
    return [placed[Math.max(0, index)], placed[Math.max(0, index) + 1]];
  }
}

interface Block {
  nodes: ChildNode[];
  line: number;
}

function elementOf(block: Block): Element | undefined {
  return block.nodes.find((node): node is ChildNode & Element => node instanceof Element);
}

function topOf(block: Block): number {
  return elementOf(block)?.getBoundingClientRect().top ?? 0;
}
