/** Gives every code block a button that copies what is typed, without prompts and output. */
export function addCopyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLPreElement>(".prose pre")) {
    const box = pre.closest<HTMLElement>("figure.code") ?? wrap(pre);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", () => void copy(pre, button));
    box.append(button);
  }
}

// The block itself scrolls; a button inside it would scroll away.
function wrap(pre: HTMLPreElement): HTMLElement {
  const box = document.createElement("div");
  box.className = "code-box";
  pre.replaceWith(box);
  box.append(pre);
  return box;
}

async function copy(pre: HTMLPreElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(typedText(pre));
    report(button, "Copied");
  } catch {
    // No permission, or no secure origin: select the text, so that the reader's own copy works.
    getSelection()?.selectAllChildren(pre);
    report(button, "Press Ctrl+C");
  }
}

/** A block's text as a reader would type it. */
export function typedText(pre: HTMLElement): string {
  const block = pre.cloneNode(true);
  if (!(block instanceof HTMLElement)) return "";
  for (const output of block.querySelectorAll(".output")) {
    // The line break after an output belongs to it; two commands must not end up with a gap.
    const after = output.nextSibling;
    if (after instanceof Text && after.data.startsWith("\n")) after.data = after.data.slice(1);
    output.remove();
  }
  for (const prompt of block.querySelectorAll(".prompt")) prompt.remove();
  return (block.textContent ?? "").replace(/\n+$/, "");
}

function report(button: HTMLButtonElement, words: string): void {
  button.textContent = words;
  button.classList.add("done");
  setTimeout(() => {
    button.textContent = "Copy";
    button.classList.remove("done");
  }, 1600);
}
