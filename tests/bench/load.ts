import autocannon from "autocannon";
import { median } from "./report.js";

export interface Target {
  name: string;
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

/** Requests a second; throws when any answer is not 2xx, because a fast error is no result. */
async function throughput(target: Target, seconds: number, connections: number): Promise<number> {
  const result = await autocannon({
    url: target.url,
    method: target.method ?? "GET",
    duration: seconds,
    connections,
    ...(target.headers ? { headers: target.headers } : {}),
    ...(target.body === undefined ? {} : { body: target.body }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${target.name}: ${result.non2xx} answers were not 2xx, ${result.errors} connections failed.`,
    );
  }
  return result.requests.total / result.duration;
}

/** Interleaves the targets, `rounds` times, after one warm-up each; medians by target name. */
export async function compareThroughput(
  targets: readonly Target[],
  options: { rounds?: number; seconds?: number; connections?: number } = {},
): Promise<Map<string, number>> {
  const { rounds = 5, seconds = 3, connections = 32 } = options;
  for (const target of targets) await throughput(target, 2, connections);
  const samples = new Map<string, number[]>(targets.map((target) => [target.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) {
      samples.get(target.name)?.push(await throughput(target, seconds, connections));
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}
