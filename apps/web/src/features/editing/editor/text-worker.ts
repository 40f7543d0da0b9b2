import type { TextAnswers, TextQuestion } from "./text-worker-types.js";

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** Asks the worker for previews, comparisons and merges; answers come in the order of the questions. */
export class TextWorker {
  readonly #worker = new Worker(new URL("./text.worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("error" in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.answer);
    });
    this.#worker.addEventListener("error", (event) => {
      for (const waiting of this.#waiting.values()) waiting.reject(new Error(event.message));
      this.#waiting.clear();
    });
  }

  ask<Kind extends keyof TextAnswers>(
    kind: Kind,
    question: TextQuestion<Kind>,
  ): Promise<TextAnswers[Kind]> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ kind, id, ...question }, []);
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}

type Answered = { id: number; answer: never } | { id: number; error: string };
