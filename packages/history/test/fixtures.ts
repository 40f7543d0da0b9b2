import { join } from "node:path";

/** The golden cases: `diff/<case>/{before.md,after.md,expected.json}`, `merge/<case>/{base.md,mine.md,theirs.md,expected.json}`. */
export const fixturesPath = join(import.meta.dirname, "../fixtures");
