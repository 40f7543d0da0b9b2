/** A text from last time is back; the writer may want the page's instead. */
export function DraftNotice({ words, onThrowAway }: { words: string; onThrowAway: () => void }) {
  return (
    <div className="notice" role="status">
      <div>
        <p>{words}</p>
        <p className="notice-actions">
          <button type="button" className="button" onClick={onThrowAway}>
            Throw the draft away
          </button>
        </p>
      </div>
    </div>
  );
}
