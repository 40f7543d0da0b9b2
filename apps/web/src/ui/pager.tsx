import { Icon } from "./icon.js";

/** On to older entries; each page of a list has its own address. */
export function Pager({
  newer,
  older,
}: {
  newer?: string | undefined;
  older?: string | undefined;
}) {
  if (newer === undefined && older === undefined) return null;
  return (
    <nav className="pager" aria-label="Pages of this list">
      {newer !== undefined && (
        <a className="button" href={newer} rel="prev">
          <Icon name="back" /> Newer
        </a>
      )}
      {older !== undefined && (
        <a className="button pager-next" href={older} rel="next">
          Older <Icon name="forward" />
        </a>
      )}
    </nav>
  );
}
