import { Progress, type Screen } from "./progress.js";

/** Answers go to standard output, everything about the way there to standard error; so `--json` stays readable. */
export class Output {
  readonly #out: Pick<Screen, "write">;
  readonly #error: Screen;
  readonly progress: Progress;

  constructor(out: Pick<Screen, "write">, error: Screen) {
    this.#out = out;
    this.#error = error;
    this.progress = new Progress(error);
  }

  answer(text: string): void {
    this.progress.clear();
    this.#out.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  note(text: string): void {
    this.progress.clear();
    this.#error.write(`› ${text}\n`);
  }

  failure(message: string, advice?: string): void {
    this.progress.clear();
    this.#error.write(`✖ ${message}\n${advice === undefined ? "" : `  ${advice}\n`}`);
  }
}
