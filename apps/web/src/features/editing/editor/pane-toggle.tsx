export type Panes = "source" | "split" | "preview";

const names: Record<Panes, string> = { source: "Source", split: "Both", preview: "Preview" };
const order: readonly Panes[] = ["source", "split", "preview"];

export function PaneToggle({
  panes,
  onChange,
}: {
  panes: Panes;
  onChange: (panes: Panes) => void;
}) {
  return (
    <div className="segmented" role="group" aria-label="What is shown">
      {order.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === panes}
          className={one === "split" ? "only-wide" : undefined}
          onClick={() => onChange(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}
