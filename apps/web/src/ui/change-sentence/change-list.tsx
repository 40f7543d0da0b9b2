import { localAddress, under } from "#routing/index.js";
import { SizeChange } from "../count.js";
import { dayOf, TimeOfDay } from "../time.js";
import type { ChangeSentence_RevisionFragment } from "./change-sentence.generated.js";

const verbs: Record<ChangeSentence_RevisionFragment["kind"], string> = {
  CREATE: "wrote",
  EDIT: "edited",
  MOVE: "moved",
  REVERT: "reverted",
  RESTORE: "restored",
  MERGE: "merged an edit into",
};

/** Changes as sentences, newest first, under the day they happened. */
export function ChangeList({
  changes,
  showsSpace = false,
  showsAuthor = true,
  level = "h3",
}: {
  changes: readonly ChangeSentence_RevisionFragment[];
  showsSpace?: boolean;
  showsAuthor?: boolean;
  level?: "h2" | "h3";
}) {
  const Heading = level;
  const days = Map.groupBy(changes, (change) => dayOf(change.createdAt));
  return (
    <div className="changes">
      {[...days].map(([day, entries]) => (
        <section key={day} className="changes-day">
          <Heading className="changes-date">{day}</Heading>
          <ul>
            {entries.map((change) => (
              <li key={change.id}>
                <Sentence change={change} showsSpace={showsSpace} showsAuthor={showsAuthor} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Sentence({
  change,
  showsSpace,
  showsAuthor,
}: {
  change: ChangeSentence_RevisionFragment;
  showsSpace: boolean;
  showsAuthor: boolean;
}) {
  const verb = verbs[change.kind];
  const from = change.number - 1;
  return (
    <>
      <p className="sentence">
        {showsAuthor ? (
          <>
            <a className="who" href={`/-/people/${change.author.id}`}>
              {change.author.name}
            </a>{" "}
            {verb}{" "}
          </>
        ) : (
          <>{verb.charAt(0).toUpperCase() + verb.slice(1)} </>
        )}
        <a className="what" href={localAddress(change.page.url)} lang={change.page.locale}>
          {change.page.title}
        </a>
        {showsSpace && <span className="where"> in {change.page.space.name}</span>}
      </p>
      {change.message !== "" && <p className="message">{change.message}</p>}
      <p className="facts">
        <TimeOfDay at={change.createdAt} />
        {change.isMinor && <span>minor</span>}
        <SizeChange bytes={change.sizeChange} />
        {change.number > 1 && (
          <a href={under(change.page.url, `compare/${from}...${change.number}`)}>
            what changed
            <span className="visually-hidden">
              {" "}
              in {change.page.title}, revision {change.number}
            </span>
          </a>
        )}
      </p>
    </>
  );
}
