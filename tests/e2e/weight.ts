import { get, type IncomingMessage } from "node:http";
import { expect, test, type Page } from "@playwright/test";

// Kilobytes of 1,000 bytes, as the goals are written.
export const KB = 1_000;

interface Weight {
  requests: string[];
  /** Bytes of gzip, headers not counted. */
  byType: Record<string, number>;
}

/** What a first visit loads, each of it weighed as gzip. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  const loaded: { url: string; type: string }[] = [];
  page.on("response", (response) => {
    loaded.push({ url: response.url(), type: response.request().resourceType() });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const byType: Record<string, number> = {};
  for (const { url, type } of loaded) byType[type] = (byType[type] ?? 0) + (await gzipBytes(url));
  return { requests: loaded.map(({ url }) => url), byType };
}

/** The bytes on the wire for whoever accepts gzip and nothing better. */
async function gzipBytes(url: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip", accept: "*/*" } }, resolve).on(
      "error",
      reject,
    );
  });
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return bytes;
}

/** Loads the page as an anonymous reader's first visit and holds it to the reading budget. */
export async function expectReadingBudget(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.total += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const { requests, byType } = await weigh(page, path);
  const origin = new URL(page.url()).origin;
  expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(6);
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  expect(byType["font"] ?? 0).toBe(0);
  for (const [type, most] of [
    ["script", 12 * KB],
    ["stylesheet", 14 * KB],
    ["document", 25 * KB],
  ] as const) {
    expect(byType[type], type).toBeGreaterThan(500);
    expect(byType[type], type).toBeLessThanOrEqual(most);
  }
  const shift = await page.evaluate(
    () => (window as unknown as { shifts: { total: number } }).shifts.total,
  );
  expect(shift).toBeLessThan(0.01);
  test.info().annotations.push({
    type: "weight",
    description: JSON.stringify({ byType, requests: requests.length, shift }),
  });
}
