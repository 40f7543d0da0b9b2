/** One measured line. `ratio` is value ÷ baseline of the same run; `target` and `ok` are about the ratio or, without one, the value. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  baseline?: number;
  ratio?: number;
  target?: string;
  ok?: boolean;
}

export interface BenchReport {
  name: string;
  rows: BenchRow[];
  /** What a reader must know to judge the figures. */
  notes?: string[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** `q` between 0 and 1, nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN
  );
}

const format = (value: number | undefined): string =>
  value === undefined ? "" : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);

/** A table for people. */
export function renderReport(report: BenchReport): string {
  const header = ["", "value", "unit", "baseline", "ratio", "target", ""];
  const body = report.rows.map((row) => [
    row.name,
    format(row.value),
    row.unit,
    format(row.baseline),
    row.ratio === undefined ? "" : `${row.ratio.toPrecision(3)}×`,
    row.target ?? "",
    row.ok === undefined ? "" : row.ok ? "met" : "MISSED",
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...body.map((cells) => (cells[column] ?? "").length)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [
    `── ${report.name} ${"─".repeat(60)}`,
    line(header),
    ...body.map(line),
    ...(report.notes ?? []).map((note) => `   ${note}`),
    "",
  ].join("\n");
}
