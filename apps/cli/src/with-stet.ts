import { openStet, type Stet } from "@stet/api";
import type { Run } from "./command.js";

/** Opens the instance that the settings name for the time of `work`, and leaves it in order. */
export async function withStet<T>(
  { output }: Pick<Run, "output">,
  work: (stet: Stet) => Promise<T>,
): Promise<T> {
  const stet = await openStet({
    onProgress: (line) => output.note(line),
    // Checks and imports read whole tables.
    statementTimeoutMs: 0,
  });
  try {
    return await work(stet);
  } finally {
    await stet.close();
  }
}
