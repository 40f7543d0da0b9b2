import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "./config.js";
import { projectRoot } from "./root.js";
import { settingsTable } from "./settings.js";

describe("readConfig", () => {
  test("needs nothing to be set", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: undefined,
      url: "http://localhost:3000",
      isUrlSet: false,
      dataDir: join(projectRoot, ".stet"),
      demo: true,
      signUp: true,
      trustProxy: [],
      siteName: "Stet",
    });
  });

  test("takes a relative data folder from the checkout, whatever the working folder is", () => {
    expect(readConfig({ STET_DATA_DIR: "data/one" }).dataDir).toBe(join(projectRoot, "data/one"));
    expect(readConfig({ STET_DATA_DIR: "/srv/stet" }).dataDir).toBe("/srv/stet");
  });

  test("drops slashes at the end of the address and lets it follow the port", () => {
    expect(readConfig({ STET_URL: "https://docs.example.org/" }).url).toBe(
      "https://docs.example.org",
    );
    expect(readConfig({ PORT: "4711" }).url).toBe("http://localhost:4711");
  });

  test("treats an empty variable as absent", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "", STET_SECRET: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      secret: undefined,
    });
  });

  test("lists every problem at once, without the values of secrets", () => {
    const read = () =>
      readConfig({
        PORT: "http",
        STET_DEMO: "perhaps",
        STET_SECRET: "short",
        STET_DMEO: "0",
        DATABASE_URL: "mysql://u:pw@h/d",
      });
    expect(read).toThrow(/5 settings are not valid/);
    expect(read).toThrow(/PORT must be a whole number from 0 to 65535/);
    expect(read).toThrow(/STET_DEMO must be 1 or 0/);
    expect(read).toThrow(/STET_SECRET must have at least 32 characters/);
    expect(read).toThrow(/STET_DMEO is not a setting of Stet/);
    expect(read).toThrow(/DATABASE_URL must look like/);
    expect(read).not.toThrow(/short|pw/);
  });
});

const readme = join(projectRoot, "README.md");

test.runIf(existsSync(readme))("README.md has every setting as the code has it", () => {
  const lines = new Set(readFileSync(readme, "utf8").split("\n").map(cells));
  // Compared by cells: a formatter may have lined the table up.
  for (const row of settingsTable().split("\n").slice(2)) expect(lines, row).toContain(cells(row));
});

function cells(line: string): string {
  return line
    .split("|")
    .map((cell) => cell.trim())
    .join("|");
}
