import { median } from "./report.js";
import type { BenchRow } from "./report.js";

/** Processor time of one call in milliseconds: the machine is shared, the clock on the wall is not ours. */
export function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median of a few calls after one that is not counted. */
export function cpuOften(work: () => unknown, times = 5): number {
  work();
  return median(Array.from({ length: times }, () => cpu(work)));
}

export function atMost(
  name: string,
  value: number,
  unit: string,
  limit: number,
  extra: Partial<BenchRow> = {},
): BenchRow {
  return { name, value, unit, ...extra, target: `≤ ${limit}`, ok: value <= limit };
}

export function atLeast(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value, unit, target: `≥ ${limit}`, ok: value >= limit };
}

/** The value beside that of somebody else in the same run. */
export function beside(value: number, baseline: number): Pick<BenchRow, "baseline" | "ratio"> {
  return { baseline, ratio: value / baseline };
}
