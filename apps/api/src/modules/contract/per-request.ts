import DataLoader from "dataloader";
import type { Context } from "../../context.js";

/** A value made once for each request, when first asked for; nothing outlives the request. */
export function perRequest<T>(make: (ctx: Context) => T): (ctx: Context) => T {
  const values = new WeakMap<Context, T>();
  return (ctx) => {
    let value = values.get(ctx);
    if (value === undefined) {
      value = make(ctx);
      values.set(ctx, value);
    }
    return value;
  };
}

/** A batching loader for each request: `load` gets all keys asked for in one tick, answers by key. */
export function requestLoader<K extends string, V>(
  load: (ctx: Context, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (ctx: Context) => DataLoader<K, V | undefined> {
  return perRequest(
    (ctx) =>
      new DataLoader<K, V | undefined>(async (keys) => {
        ctx.signal?.throwIfAborted();
        const found = await load(ctx, keys);
        return keys.map((key) => found.get(key));
      }),
  );
}
