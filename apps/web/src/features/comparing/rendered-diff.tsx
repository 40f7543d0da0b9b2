import type { PaintedBlock, Painting } from "@stet/rendered-diff";
import type { CompareHeading_RevisionFragment } from "./compare-view.generated.js";
import { RevisionHeading } from "./compare-view.js";
import { Badges, MoveLink } from "./painted-notes.js";

/** Unchanged blocks that stay open beside a change. */
const CONTEXT = 1;

interface Run {
  readonly kind: "same" | "change";
  /** Index of the first in the painting: what tells runs apart. */
  readonly at: number;
  readonly blocks: readonly PaintedBlock[];
  /** Which change it is, from 1; of what did not change, the one before. */
  readonly change: number;
}

/** The page as readers see it, with what was taken out and put in. */
export function RenderedDiff({
  page,
  base,
  head,
  painting,
}: {
  page: { url: string; locale: string };
  base: CompareHeading_RevisionFragment;
  head: CompareHeading_RevisionFragment;
  painting: Painting;
}) {
  const places = placesOfMoves(painting);
  return (
    <>
      <div className="inline-headings">
        <RevisionHeading revision={base} pageUrl={page.url} />
        <RevisionHeading revision={head} pageUrl={page.url} />
      </div>
      <article className="prose rendered" lang={page.locale} aria-label="Rendered comparison">
        {runsOf(painting).map((run) => {
          if (run.kind === "same") return <Unchanged key={run.at} run={run} />;
          const [block] = run.blocks;
          return block && <Change key={run.at} block={block} change={run.change} places={places} />;
        })}
      </article>
    </>
  );
}

export function countChanges({ blocks }: Painting): number {
  return blocks.filter((block) => block.kind !== "same").length;
}

/** Each change by itself; unchanged blocks between, those far from any change to be folded. */
function runsOf({ blocks }: Painting): Run[] {
  const runs: Run[] = [];
  let change = 0;
  for (let at = 0; at < blocks.length;) {
    if (blocks[at]?.kind !== "same") {
      change += 1;
      runs.push({ kind: "change", at, blocks: blocks.slice(at, at + 1), change });
      at += 1;
      continue;
    }
    let end = at;
    while (blocks[end]?.kind === "same") end += 1;
    runs.push({ kind: "same", at, blocks: blocks.slice(at, end), change });
    at = end;
  }
  return runs;
}

function Unchanged({ run: { blocks } }: { run: Run }) {
  if (blocks.length <= CONTEXT * 2 + 1) return <Html html={htmlOf(blocks)} />;
  const folded = blocks.slice(CONTEXT, -CONTEXT);
  return (
    <>
      <Html html={htmlOf(blocks.slice(0, CONTEXT))} />
      <details className="fold">
        <summary>{folded.length.toLocaleString("en")} unchanged blocks</summary>
        <Html html={htmlOf(folded)} />
      </details>
      <Html html={htmlOf(blocks.slice(-CONTEXT))} />
    </>
  );
}

function Change({
  block,
  change,
  places,
}: {
  block: PaintedBlock;
  change: number;
  places: ReadonlyMap<number, MovePlaces>;
}) {
  if (block.kind === "same") return null;
  const place = "move" in block && block.move !== undefined ? places.get(block.move) : undefined;
  const isFirst = place === undefined || place.to === block || place.from === block;
  return (
    <div className={`painted-block ${block.kind}`} id={`change-${change}`} tabIndex={-1}>
      {place && isFirst && "move" in block && block.move !== undefined && (
        <MoveLink
          move={block.move}
          end={block.kind === "moved-away" ? "from" : "to"}
          isDown={place.isDown}
          count={place.count}
        />
      )}
      {block.kind !== "moved-away" && <Badges badges={block.badges} />}
      {block.kind === "replaced" && (
        <>
          <p className="painted-note">Before</p>
          <Html html={block.before} />
          <p className="painted-note">After</p>
          <Html html={block.after} />
        </>
      )}
      {"html" in block && <Html html={block.html} />}
    </div>
  );
}

interface MovePlaces {
  from: PaintedBlock | undefined;
  to: PaintedBlock | undefined;
  /** Whether it went towards the end of the page. */
  isDown: boolean;
  /** How many blocks went together. */
  count: number;
}

function placesOfMoves({ blocks }: Painting): Map<number, MovePlaces> {
  const places = new Map<number, MovePlaces>();
  for (const block of blocks) {
    if (!("move" in block) || block.move === undefined) continue;
    const place = places.get(block.move) ?? {
      from: undefined,
      to: undefined,
      isDown: block.kind === "moved-away",
      count: 0,
    };
    if (block.kind === "moved-away") place.from ??= block;
    else {
      place.to ??= block;
      place.count += 1;
    }
    places.set(block.move, place);
  }
  return places;
}

/** Made by the renderer, and safe to insert. */
function Html({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

function htmlOf(blocks: readonly PaintedBlock[]): string {
  return blocks.map((block) => ("html" in block ? block.html : "")).join("\n");
}
