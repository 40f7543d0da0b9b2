import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../apps/api/src/platform/config/index.js";
import { inProject } from "../running/project.mjs";
import { only, readDockerfile } from "./dockerfile.js";

interface Service {
  image?: string;
  build?: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  configs?: { source: string }[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  configs: Record<string, unknown>;
}

const text = readFileSync(inProject("docker-compose.yml"), "utf8");
const compose = parse(text) as Compose;
const app = compose.services["app"]!;
const postgres = compose.services["postgres"]!;
const imageEnvironment = Object.fromEntries(
  readDockerfile()
    .at(-1)!
    .instructions.filter(({ name }) => name === "ENV")
    .flatMap(({ text: pairs }) => pairs.split(" "))
    .map((pair) => pair.split("=") as [string, string]),
);

/** As compose does: `${NAME:-fallback}`, and `${NAME:?why}`, which refuses to go on without a value. */
function interpolate(value: string, given: Record<string, string>): string {
  return value.replace(
    /\$\{(\w+):([-?])((?:[^{}]|\$\{[^{}]*\})*)\}/g,
    (_, name: string, kind: string, rest: string) => {
      if (given[name]) return given[name];
      if (kind === "?") throw new Error(rest);
      return interpolate(rest, given);
    },
  );
}

function appEnvironment(given: Record<string, string>): Record<string, string> {
  const set = Object.entries(app.environment ?? {}).map(([name, value]) => [
    name,
    interpolate(value, given),
  ]);
  return { ...imageEnvironment, ...(Object.fromEntries(set) as Record<string, string>) };
}

describe("the app", () => {
  test("is given only settings that Stet knows, with values it accepts", () => {
    const config = readConfig(appEnvironment({ POSTGRES_PASSWORD: "correct-horse", PORT: "8080" }));
    expect(config.databaseUrl).toBe("postgresql://stet:correct-horse@postgres:5432/stet");
    expect(config.url).toBe("http://localhost:8080");
    // What the operator leaves out stays as Stet has it by default.
    const { demo, signUp, trustProxy, secret } = readConfig({});
    expect(config).toMatchObject({ demo, signUp, trustProxy, secret });
  });

  test("does not start without a password of the operator's own", () => {
    expect(() => appEnvironment({})).toThrow("Set POSTGRES_PASSWORD");
  });

  test("is reached at the port it listens on", () => {
    expect(
      interpolate(only(app.ports ?? []), {})
        .split(":")
        .at(-1),
    ).toBe(imageEnvironment["PORT"]);
  });

  test("keeps its data folder on a volume", () => {
    expect(app.volumes).toContain(`data:${imageEnvironment["STET_DATA_DIR"]}`);
  });

  test("waits for the database that its address names", () => {
    const { hostname, username, pathname } = new URL(
      appEnvironment({ POSTGRES_PASSWORD: "x" })["DATABASE_URL"]!,
    );
    expect(app.depends_on?.[hostname]?.condition).toBe("service_healthy");
    expect(compose.services[hostname]).toBe(postgres);
    expect(postgres.environment).toMatchObject({
      POSTGRES_USER: username,
      POSTGRES_DB: pathname.slice(1),
    });
  });
});

test("every volume and configuration that a service uses is declared", () => {
  for (const service of Object.values(compose.services)) {
    for (const volume of service.volumes ?? [])
      expect(compose.volumes).toHaveProperty(volume.split(":")[0]!);
    for (const { source } of service.configs ?? []) expect(compose.configs).toHaveProperty(source);
  }
});

test("every service but the app, whose image has it, says when it is healthy, and images have a version", () => {
  for (const [name, service] of Object.entries(compose.services)) {
    if (name === "app") continue;
    expect(service.healthcheck?.test[0], name).toBe("CMD");
    expect(service.image, name).toMatch(/:v?\d/);
  }
});

test("no secret stands in the file", () => {
  const settings = Object.values(compose.services).flatMap(({ environment }) =>
    Object.entries(environment ?? {}),
  );
  const secrets = settings.filter(([name]) => /PASSWORD|SECRET|KEY/.test(name));
  expect(secrets.length).toBeGreaterThan(2);
  for (const [name, value] of secrets) expect(value, name).toMatch(/^\$\{\w+:(-|\?[^}]+)\}$/);
  expect(text).toMatch(/"secretKey": "\$\{S3_SECRET_KEY:-\}"/);
});
