import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { expect, test } from "vitest";
import { buildStetSchema, printSdl } from "./schema.js";

const schema = buildStetSchema();

test("every query and mutation declares who may use it", () => {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const undeclared = roots.flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => field.extensions["access"] === undefined)
      .map((field) => `${type?.name}.${field.name}`),
  );
  expect(undeclared).toEqual([]);
});

test("every type, field, argument and enum value is described", () => {
  expect(undescribed(schema)).toEqual([]);
});

function undescribed(of: GraphQLSchema): string[] {
  const missing: string[] = [];
  const check = (coordinate: string, description: string | null | undefined) => {
    if (!description?.trim()) missing.push(coordinate);
  };
  for (const type of Object.values(of.getTypeMap())) {
    if (
      type.name.startsWith("__") ||
      ["ID", "Int", "String", "Boolean", "Float"].includes(type.name)
    )
      continue;
    if (type.name !== "Query" && type.name !== "Mutation") check(type.name, type.description);
    if ("getValues" in type)
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (!("getFields" in type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const { args } = field as GraphQLField<unknown, unknown>;
      for (const argument of args)
        check(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  return missing;
}

test("inputs that name one thing in several ways are @oneOf", () => {
  expect(printSdl()).toMatch(/input PageBy @oneOf/);
});

test("the checked-in schema is the one that is served (npm run generate)", () => {
  const path = fileURLToPath(import.meta.resolve("@stet/schema/schema.graphql"));
  expect(readFileSync(path, "utf8")).toBe(printSdl());
});
