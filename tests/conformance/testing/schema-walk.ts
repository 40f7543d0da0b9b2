import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** What a walk may put into arguments: everything that exists, whoever may see it. */
export interface Known {
  ids: readonly string[];
  spaces: readonly string[];
  paths: readonly { space: string; path: string; locale?: string }[];
  /** For searches, tags, prefixes. */
  words: readonly string[];
}

export interface RootCall {
  field: GraphQLField<unknown, unknown>;
  variables: Readonly<Record<string, unknown>>;
}

/** Fields of one type, two levels of objects deep; several, so that each stays within the limits of a document. */
export function selectionsOf(schema: GraphQLSchema, type: GraphQLCompositeType): string[] {
  if (isAbstractType(type)) {
    return schema
      .getPossibleTypes(type)
      .flatMap((each) =>
        selectionsOf(schema, each).map((inner) => `__typename ... on ${each.name} { ${inner} }`),
      );
  }
  if (type.name.endsWith("Connection")) {
    const node = nodeTypeOf(type);
    return selectionsOf(schema, node).map((inner) => aroundNodes(type, inner));
  }
  const leaves = leavesOf(type);
  const composites = compositesOf(type);
  if (composites.length === 0) return [leaves];
  return composites.map((field) => `${leaves} ${withArguments(field)} { ${inside(field, 1)} }`);
}

/** Every way to call a root field with what is known: required arguments in all values, the others one at a time. */
export function callsOf(field: GraphQLField<unknown, unknown>, known: Known): RootCall[] {
  const required = field.args.filter(isRequiredArgument);
  const base = required.reduce<Record<string, unknown>[]>(
    (sets, argument) => combine(sets, argument, valuesFor(argument, known)),
    [{}],
  );
  const [first = {}] = base;
  const optional = field.args
    .filter((argument) => !required.includes(argument))
    .flatMap((argument) =>
      valuesFor(argument, known).map((value) => ({ ...first, [argument.name]: value })),
    );
  return [...base, ...optional].map((variables) => ({
    field,
    variables: isPaged(field) ? { first: 20, ...variables } : variables,
  }));
}

/** One document for many calls of one field with one selection. */
export function documentOf(
  calls: readonly RootCall[],
  selection: string | undefined,
): { query: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const roots = calls.map(({ field, variables: given }, index) => {
    const args = field.args.flatMap((argument) => {
      if (!(argument.name in given)) return [];
      const name = `${argument.name}${index}`;
      variables[name] = given[argument.name];
      definitions.push(`$${name}: ${String(argument.type)}`);
      return [`${argument.name}: $${name}`];
    });
    const list = args.length > 0 ? `(${args.join(", ")})` : "";
    return `r${index}: ${field.name}${list}${selection === undefined ? "" : " { ...S }"}`;
  });
  const type = calls[0] ? getNamedType(calls[0].field.type).name : "";
  const head = definitions.length > 0 ? `query (${definitions.join(", ")})` : "query";
  const fragment = selection === undefined ? "" : ` fragment S on ${type} { ${selection} }`;
  return { query: `${head} { ${roots.join(" ")} }${fragment}`, variables };
}

function combine(
  sets: readonly Record<string, unknown>[],
  { name }: GraphQLArgument,
  values: readonly unknown[],
): Record<string, unknown>[] {
  const [only] = sets;
  if (sets.length === 1 && only && Object.keys(only).length === 0)
    return values.map((value) => ({ [name]: value }));
  // Not every pair: each value beside the first of the others, and beside itself.
  const first = values[0];
  return [
    ...sets.map((set) => ({ ...set, [name]: first })),
    ...sets.map((set) => ({ ...set, [name]: Object.values(set)[0] })),
    ...values.map((value) => ({ ...sets[0], [name]: value })),
  ];
}

function valuesFor(argument: GraphQLArgument, known: Known): readonly unknown[] {
  const { name } = argument;
  const isList = String(getNullableType(argument.type)).startsWith("[");
  const type = getNamedType(argument.type);
  if (isInputObjectType(type)) {
    if (type.name === "PagePath") return known.paths;
    const fields = type.getFields();
    const ids = "id" in fields ? idsFor(type.name, known).map((id) => ({ id })) : [];
    const keys = "key" in fields ? known.spaces.map((key) => ({ key })) : [];
    const paths = "path" in fields ? known.paths.map((path) => ({ path })) : [];
    return [...ids, ...keys, ...paths];
  }
  if (type.name === "ID") return isList ? inFours(known.ids) : idsFor(name, known);
  if (type.name === "Locale") return ["en", "de"];
  if (type.name === "Boolean") return [true, false];
  if ("getValues" in type) return type.getValues().map((value) => value.name);
  if (name === "space") return known.spaces;
  if (name === "query" || name === "tag") return known.words;
  if (name === "pathPrefix") return known.paths.map(({ path }) => path);
  // Cursors and sizes are somebody else's tests.
  return [];
}

const prefixes: Record<string, string> = {
  author: "per",
  base: "rev",
  head: "rev",
  PageBy: "pag",
  SpaceBy: "spc",
};

/** What the argument is for; of what it is not for, one. */
function idsFor(name: string, { ids }: Known): string[] {
  const prefix = prefixes[name];
  if (prefix === undefined) return [...ids];
  const other = ids.find((id) => !id.startsWith(prefix));
  return [...ids.filter((id) => id.startsWith(prefix)), ...(other === undefined ? [] : [other])];
}

function inFours(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 4) }, (_, index) =>
    ids.slice(index * 4, index * 4 + 4),
  );
}

function leavesOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields()).filter(
    (field) => !isCompositeType(getNamedType(field.type)),
  );
  return ["__typename", ...leaves.map(withArguments)].join(" ");
}

function compositesOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) =>
    isCompositeType(getNamedType(field.type)),
  );
}

function inside(field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return "__typename";
  if (type.name.endsWith("Connection")) {
    return aroundNodes(type, fieldsOf(nodeTypeOf(type), depth));
  }
  return fieldsOf(type, depth);
}

/** Not walked below another object: refused as a whole to whoever may not, or counted as hundreds of objects. */
const onlyAtFirst = new Set(["members", "blame", "blocks", "wordAuthors"]);

function fieldsOf(type: GraphQLObjectType, depth: number): string {
  if (depth === 0) return leavesOf(type);
  const deeper = compositesOf(type)
    .filter((field) => !onlyAtFirst.has(field.name))
    .map((field) => `${withArguments(field)} { ${inside(field, depth - 1)} }`);
  return `${leavesOf(type)} ${deeper.join(" ")}`;
}

function nodeTypeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const node = getNamedType(connection.getFields()["nodes"]?.type);
  if (!isObjectType(node)) throw new Error(`${connection.name} has no nodes.`);
  return node;
}

function aroundNodes(connection: GraphQLObjectType, inner: string): string {
  const count = "count" in connection.getFields() ? "count { value precision }" : "";
  return `nodes { ${inner} } edges { cursor } pageInfo { hasNextPage hasPreviousPage } ${count}`;
}

function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === "first" && !isNonNullType(field.args[0]?.type));
}

function withArguments(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.flatMap((argument) => {
    if (argument.name === "first") return ["first: 3"];
    return isRequiredArgument(argument) ? [`${argument.name}: ${literalFor(argument)}`] : [];
  });
  return args.length > 0 ? `${field.name}(${args.join(", ")})` : field.name;
}

function literalFor(argument: GraphQLArgument): string {
  const name = getNamedType(argument.type).name;
  if (name === "Int") return "1";
  if (name === "Boolean") return "true";
  if (name === "String") return '"x"';
  throw new Error(`Say what a walk may give for ${argument.name}: ${name}.`);
}
