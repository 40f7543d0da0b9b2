import type { CompareViewQuery } from "./compare-view.generated.js";

type Change = NonNullable<CompareViewQuery["compare"]>["properties"][number];

/** Title, path, kind, tags and the like: what changed about the page besides its text. */
export function PropertyChanges({ changes }: { changes: readonly Change[] }) {
  return (
    <section className="property-changes" aria-labelledby="properties">
      <h2 id="properties">Properties</h2>
      <dl>
        {changes.map((change) => (
          <div key={change.name}>
            <dt>{change.name}</dt>
            <dd>
              {isSet(change.base) && <del>{show(change.base)}</del>}
              {isSet(change.base) && isSet(change.head) && " → "}
              {isSet(change.head) && <ins>{show(change.head)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function show(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.join(", ");
  return JSON.stringify(value);
}
