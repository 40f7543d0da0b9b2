import { describe, expect, it } from "vitest";
import type { Viewer } from "../../context.js";
import { ViewerCache } from "./viewer-cache.js";

function viewerOf(id: string): Viewer {
  return {
    person: { id, name: id, email: undefined, role: "MEMBER" },
    spaceRoles: new Map(),
    class: id,
  };
}

describe("ViewerCache", () => {
  it("loads once in five seconds, also for requests at the same time", async () => {
    let now = 0;
    let loads = 0;
    const cache = new ViewerCache(() => now);
    const load = async () => viewerOf(`person ${(loads += 1)}`);
    const [first, second] = await Promise.all([cache.get("t", load), cache.get("t", load)]);
    expect(first).toBe(second);
    now = 4_999;
    expect(await cache.get("t", load)).toBe(first);
    now = 5_000;
    expect((await cache.get("t", load))?.class).toBe("person 2");
  });

  it("does not remember what was loading while a person was forgotten", async () => {
    const cache = new ViewerCache();
    const { promise, resolve } = Promise.withResolvers<Viewer>();
    const before = cache.get("t", () => promise);
    cache.forgetPerson("ada");
    resolve(viewerOf("ada"));
    await before;
    expect(await cache.get("t", async () => undefined)).toBeUndefined();
  });

  it("forgets all sessions of a person and nobody else's", async () => {
    const cache = new ViewerCache();
    await cache.get("1", async () => viewerOf("ada"));
    await cache.get("2", async () => viewerOf("ada"));
    await cache.get("3", async () => viewerOf("bob"));
    cache.forgetPerson("ada");
    const reload = async () => undefined;
    expect(await cache.get("1", reload)).toBeUndefined();
    expect(await cache.get("2", reload)).toBeUndefined();
    expect((await cache.get("3", reload))?.class).toBe("bob");
  });

  it("remembers neither failures nor sessions that lead to nobody", async () => {
    const cache = new ViewerCache();
    await expect(cache.get("t", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await cache.get("t", async () => undefined)).toBeUndefined();
    expect((await cache.get("t", async () => viewerOf("ada")))?.class).toBe("ada");
  });

  it("stays bounded", async () => {
    const cache = new ViewerCache();
    for (let i = 0; i <= 5_000; i += 1) await cache.get(String(i), async () => viewerOf("ada"));
    let loads = 0;
    const count = async () => {
      loads += 1;
      return viewerOf("ada");
    };
    await cache.get("5000", count);
    await cache.get("0", count);
    expect(loads).toBe(1);
  });
});
