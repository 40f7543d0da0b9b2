import { describe, expect, it } from "vitest";
import { Turns } from "./turns.js";

const limit = {
  most: 3,
  refuse: () => {
    throw new Error("full");
  },
};

describe("Turns", () => {
  it("runs one at a time, in order, also after a failure", async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} starts`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (name === "a") throw new Error("a failed");
    };
    const results = await Promise.allSettled(
      ["a", "b"].map((name) => turns.run("k", work(name), limit)),
    );
    expect(log).toEqual(["a starts", "a ends", "b starts", "b ends"]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled"]);
  });

  it("refuses when too many wait, and takes more when they are done", async () => {
    const turns = new Turns();
    const { promise, resolve } = Promise.withResolvers<void>();
    const running = Array.from({ length: 3 }, () => turns.run("k", () => promise, limit));
    await expect(turns.run("k", () => promise, limit)).rejects.toThrow("full");
    await expect(turns.run("other", async () => "beside", limit)).resolves.toBe("beside");
    resolve();
    await Promise.all(running);
    await expect(turns.run("k", async () => "again", limit)).resolves.toBe("again");
  });
});
