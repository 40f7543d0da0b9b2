import type { Readable } from "node:stream";

/** Reads a stream of bytes by delimiter or by count, holding no more than what was asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The bytes before the next `delimiter`, which is consumed; `undefined` at the end of the stream. */
  async until(delimiter: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    for (;;) {
      const end = this.#rest.indexOf(delimiter);
      if (end >= 0) {
        pieces.push(this.#rest.subarray(0, end));
        this.#rest = this.#rest.subarray(end + 1);
        return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
      }
      pieces.push(this.#rest);
      if (!(await this.#fill())) {
        const last = Buffer.concat(pieces);
        return last.length === 0 ? undefined : last;
      }
    }
  }

  /** Exactly `count` bytes, in memory of their own. @throws when the stream ends before. */
  async take(count: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(count);
    let at = 0;
    await this.#each(count, (piece) => {
      piece.copy(bytes, at);
      at += piece.length;
    });
    return bytes;
  }

  /** Lets `count` bytes go by without keeping them. */
  async skip(count: number): Promise<void> {
    await this.#each(count, () => undefined);
  }

  async #each(count: number, use: (piece: Buffer) => void): Promise<void> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#fill())) {
        throw new Error(`The stream ended ${missing} bytes too early.`);
      }
      const piece = this.#rest.subarray(0, missing);
      use(piece);
      missing -= piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    this.#rest = next.done ? Buffer.alloc(0) : next.value;
    return !next.done;
  }
}
