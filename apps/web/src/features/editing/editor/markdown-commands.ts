import { EditorSelection, type StateCommand } from "@codemirror/state";

const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/;
const quote = /^(\s*(?:>\s?)+)/;

/** Enter goes on with a list or quotation; on an empty item it ends it. */
export const continueMarkup: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (!main.empty || state.selection.ranges.length > 1) return false;
  const line = state.doc.lineAt(main.head);
  const found = item.exec(line.text) ?? quote.exec(line.text);
  const lead = found?.[0] ?? "";
  if (lead === "" || main.head - line.from < lead.length) return false;
  const isEmpty = line.text.slice(lead.length).trim() === "";
  const next = nextLead(lead);
  dispatch(
    state.update({
      changes: isEmpty
        ? { from: line.from, to: line.to, insert: "" }
        : { from: main.head, insert: state.lineBreak + next },
      // A line end counts one in the document, however long it is in the file.
      selection: EditorSelection.cursor(isEmpty ? line.from : main.head + 1 + next.length),
      scrollIntoView: true,
      userEvent: "input",
    }),
  );
  return true;
};

function nextLead(lead: string): string {
  const [, indent = "", bullet, number, dot, space = " ", box] = item.exec(lead) ?? [];
  if (bullet === undefined && number === undefined) return lead;
  const mark = bullet ?? `${Number(number) + 1}${dot ?? "."}`;
  return `${indent}${mark}${space}${box === undefined ? "" : "[ ] "}`;
}

/** Puts a mark around what is selected, or takes it off again. */
export function surround(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const before = state.sliceDoc(range.from - mark.length, range.from);
      const after = state.sliceDoc(range.to, range.to + mark.length);
      if (before === mark && after === mark) {
        return {
          changes: [
            { from: range.from - mark.length, to: range.from },
            { from: range.to, to: range.to + mark.length },
          ],
          range: EditorSelection.range(range.from - mark.length, range.to - mark.length),
        };
      }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.from + mark.length, range.to + mark.length),
      };
    });
    dispatch(state.update(change, { scrollIntoView: true, userEvent: "input" }));
    return true;
  };
}
