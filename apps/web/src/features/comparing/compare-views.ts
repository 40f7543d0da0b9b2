/** Ways to see one comparison, the one without a name in the address first. */
export const compareViews = ["split", "inline", "rendered"] as const;

export type CompareViewName = (typeof compareViews)[number];

export const viewLabels: Readonly<Record<CompareViewName, string>> = {
  split: "Side by side",
  inline: "Inline",
  rendered: "Rendered",
};

export function viewQuery(view: CompareViewName): string {
  return view === "split" ? "" : `?view=${view}`;
}
