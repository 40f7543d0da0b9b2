import { isTyping } from "./search-key.js";

/** n and p, and two buttons, go from change to change; the reader is told which of how many. */
export function stepThroughChanges(): void {
  const bar = document.querySelector<HTMLElement>("[data-island=changes]");
  const total = Number(bar?.dataset["count"]);
  if (!bar || !total) return;
  let at = 0;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.textContent = `${total} ${total === 1 ? "change" : "changes"}`;
  const go = (step: number) => {
    at = Math.min(total, Math.max(1, at + step));
    const row = document.getElementById(`change-${at}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center", behavior: isCalm() ? "instant" : "smooth" });
    status.textContent = `Change ${at} of ${total}`;
  };
  bar.replaceChildren(
    stepButton("Previous change", "p", "M13 8H3m4-4.5L2.500 8 7 12.500", () => go(-1)),
    stepButton("Next change", "n", "M3 8h10M9 3.500 13.500 8 9 12.500", () => go(1)),
    status,
  );
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
  });
}

function isCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function stepButton(label: string, key: string, path: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button";
  button.title = `${label} (${key})`;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-keyshortcuts", key);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  button.append(svg);
  button.addEventListener("click", act);
  return button;
}
