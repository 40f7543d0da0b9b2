/** How far something is. */
export interface Step {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Counted for the rate: revisions, pages. */
  readonly counted: number;
  readonly unit: string;
}

/** What is needed of standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 16;
const REDRAW_MS = 100;
const LINE_MS = 2_000;

/** A bar that redraws itself on a terminal; a line now and then anywhere else. */
export class Progress {
  readonly #stream: Screen;
  readonly #now: () => number;
  #label: string | undefined;
  #started = 0;
  #shown = -Infinity;
  #isDrawn = false;
  #wasLast = false;

  constructor(stream: Screen, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  show(step: Step): void {
    const now = this.#now();
    if (this.#label !== step.label) {
      this.#label = step.label;
      this.#started = now;
      this.#shown = -Infinity;
      this.#wasLast = false;
    }
    const isLast = step.done >= step.total;
    // Said once.
    if (isLast && this.#wasLast) return;
    this.#wasLast = isLast;
    const isTerminal = this.#stream.isTTY === true;
    if (!isLast && now - this.#shown < (isTerminal ? REDRAW_MS : LINE_MS)) return;
    this.#shown = now;
    const line = describeStep(step, (now - this.#started) / 1000);
    if (!isTerminal) {
      this.#stream.write(`${line}\n`);
      return;
    }
    const width = this.#stream.columns ?? 80;
    this.#stream.write(`\r\u001b[2K${`${bar(step)} ${line}`.slice(0, width - 1)}`);
    this.#isDrawn = true;
  }

  /** Takes the bar away, so that a line can be written. */
  clear(): void {
    if (this.#isDrawn) this.#stream.write("\r\u001b[2K");
    this.#isDrawn = false;
  }
}

function bar({ done, total }: Step): string {
  const filled = total === 0 ? BAR : Math.round((BAR * Math.min(done, total)) / total);
  return `[${"█".repeat(filled)}${"░".repeat(BAR - filled)}]`;
}

/** `Reading commits 120 of 750, 480 revisions/s, 3 s left`. */
export function describeStep(step: Step, seconds: number): string {
  const { label, done, total, counted, unit } = step;
  const parts = [`${label} ${done} of ${total}`];
  if (seconds > 0.2 && counted > 0) parts.push(`${Math.round(counted / seconds)} ${unit}/s`);
  if (seconds > 0.5 && done > 0 && done < total) {
    parts.push(`${describeDuration((seconds / done) * (total - done))} left`);
  }
  return parts.join(", ");
}

/** `4 s`, `3 min 20 s`, `2 h 5 min`. */
export function describeDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
