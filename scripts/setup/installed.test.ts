import { expect, test } from "vitest";
import { inProject, readJson } from "../running/project.mjs";
import { staleManifests } from "./installed.mjs";

const { packages } = readJson(inProject("package-lock.json"));

test("the lockfile has what the manifests ask for, so that npm ci accepts it", () => {
  expect(staleManifests(packages)).toEqual([]);
});

test("a manifest that asks for another version is seen", () => {
  const api = packages["apps/api"];
  const changed = {
    ...packages,
    "apps/api": { ...api, dependencies: { ...api.dependencies, pg: "0.0.1" } },
  };
  expect(staleManifests(changed)).toEqual(["apps/api"]);
});
