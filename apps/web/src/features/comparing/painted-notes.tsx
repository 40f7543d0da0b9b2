import type { Badge } from "@stet/rendered-diff";

/** To the other end of a move, and back. */
export function MoveLink({
  move,
  end,
  isDown,
  count,
}: {
  move: number;
  end: "from" | "to";
  isDown: boolean;
  count: number;
}) {
  const isFrom = end === "from";
  const direction = isDown === isFrom ? "down" : "up";
  const what = count === 1 ? "A passage" : `${count} blocks`;
  return (
    <p className="painted-note move">
      <a id={`move-${move}-${end}`} href={`#move-${move}-${isFrom ? "to" : "from"}`}>
        {isFrom
          ? `${what} moved from here, further ${direction}`
          : `${what} moved here, from further ${direction}`}
      </a>
    </p>
  );
}

const names: Readonly<Record<Badge["kind"], string>> = {
  heading: "Heading",
  link: "Link",
  image: "Image",
  language: "Language of the code",
  callout: "Callout",
  list: "List",
  kind: "Kind of block",
  task: "Tasks",
  alignment: "Columns",
  formatting: "Formatting",
  split: "Split",
  joined: "Joined",
  markup: "Only the source changed; it reads the same",
};

/** What changed that no word shows. */
export function Badges({ badges }: { badges: readonly Badge[] }) {
  if (badges.length === 0) return null;
  return (
    <ul className="painted-badges">
      {badges.map((badge) => (
        <li key={JSON.stringify(badge)}>
          <BadgeText badge={badge} />
        </li>
      ))}
    </ul>
  );
}

function BadgeText({ badge: { kind, from, to } }: { badge: Badge }) {
  if (kind === "split") return `Split into ${to} blocks`;
  if (kind === "joined") return `Joined from ${from} blocks`;
  if (kind === "markup") return names.markup;
  return (
    <>
      {names[kind]}: {from === null ? "none" : <del>{from}</del>} →{" "}
      {to === null ? "none" : <ins>{to}</ins>}
    </>
  );
}
