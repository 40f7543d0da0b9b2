/** Longest source that is rendered, in UTF-16 units. */
export const maxSourceLength = 2 * 1024 * 1024;

/** A source is longer than `maxSourceLength`; refuse it where it enters. */
export class SourceTooLarge extends Error {
  override readonly name = "SourceTooLarge";
  readonly code = "SOURCE_TOO_LARGE";

  constructor(readonly length: number) {
    super(
      `The source has ${length} characters; at most ${maxSourceLength} are rendered. Split the page.`,
    );
  }
}
