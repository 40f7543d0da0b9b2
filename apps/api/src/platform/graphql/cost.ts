import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

type Variables = Readonly<Record<string, unknown>>;
type Cost = (variables: Variables) => number;

/** How many objects a list may hold when nothing says so. */
const PLAIN_LIST = 10;
/** What a connection gives when neither `first` nor `last` is given; the schema states no default. */
const PAGE_SIZE = 25;

const compiled = new WeakMap<OperationDefinitionNode, Cost>();

/**
 * The most objects `operation` can return with these variables, and what expensive fields declare as `complexity`.
 * The document is looked at once; each further request only multiplies.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  let cost = compiled.get(operation);
  if (!cost) {
    cost = new Compiler(schema, document, operation).operation(operation);
    compiled.set(operation, cost);
  }
  return cost(variables);
}

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, Cost>();
  readonly #defaults = new Map<string, ValueNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (defaultValue) this.#defaults.set(variable.name.value, defaultValue);
    }
  }

  operation(operation: OperationDefinitionNode): Cost {
    const root = this.#schema.getRootType(operation.operation);
    return root ? this.#selections(root, operation.selectionSet) : () => 0;
  }

  #selections(type: GraphQLCompositeType, set: SelectionSetNode): Cost {
    const parts: Cost[] = [];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const cost = this.#field(type, selection);
        if (cost) parts.push(cost);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        parts.push(this.#selections(this.#composite(on) ?? type, selection.selectionSet));
      } else {
        parts.push(this.#fragment(selection.name.value));
      }
    }
    return sumOf(parts);
  }

  /** `undefined` for what costs nothing: scalars, and what asks about the schema. */
  #field(parent: GraphQLCompositeType, node: FieldNode): Cost | undefined {
    const definition =
      isAbstractType(parent) || isObjectType(parent) ? fieldOf(parent, node.name.value) : undefined;
    if (!definition) return undefined;
    const declared = definition.extensions["complexity"];
    const base = typeof declared === "number" ? declared : 0;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type) || !node.selectionSet) return base > 0 ? () => base : undefined;
    const times = this.#size(definition, node);
    const inside = this.#selections(type, node.selectionSet);
    if (typeof times === "number") return (variables) => base + times * (1 + inside(variables));
    return (variables) => base + times(variables) * (1 + inside(variables));
  }

  /** How many objects of this field's type there may be. */
  #size(definition: GraphQLField<unknown, unknown>, node: FieldNode): number | Cost {
    const isPaged = definition.args.some(({ name }) => name === "first" || name === "last");
    if (isPaged) return this.#pageSize(definition, node);
    const ids = definition.args.find(({ name }) => name === "ids");
    if (ids) return this.#length(node, "ids");
    // Inside a connection the page size has been counted already.
    if (isListType(getNullableType(definition.type)))
      return isConnectionPart(definition) ? 1 : PLAIN_LIST;
    return 1;
  }

  #pageSize(definition: GraphQLField<unknown, unknown>, node: FieldNode): Cost {
    const declared = definition.args.find((each) => each.name === "first")?.defaultValue;
    const usual = typeof declared === "number" ? declared : PAGE_SIZE;
    const sizes = ["first", "last"].map((name) => this.#number(node, name));
    return (variables) => {
      const given = Math.max(...sizes.map((size) => size(variables)));
      return given > 0 ? given : usual;
    };
  }

  /** 0 when it is not given, or null. */
  #number(node: FieldNode, name: string): Cost {
    const argument = node.arguments?.find((each) => each.name.value === name)?.value;
    if (!argument) return () => 0;
    return this.#value(argument, (value) => (typeof value === "number" ? value : 0));
  }

  #length(node: FieldNode, name: string): Cost {
    const argument = node.arguments?.find((each) => each.name.value === name)?.value;
    if (argument?.kind === Kind.LIST) return () => argument.values.length;
    if (!argument) return () => 1;
    return this.#value(argument, (value) => (Array.isArray(value) ? value.length : 1));
  }

  #value(node: ValueNode, read: (value: unknown) => number): Cost {
    if (node.kind === Kind.INT) return () => read(Number(node.value));
    if (node.kind !== Kind.VARIABLE) return () => read(undefined);
    const name = node.name.value;
    const fallback = this.#defaults.get(name);
    let ifAbsent: unknown;
    if (fallback?.kind === Kind.INT) ifAbsent = Number(fallback.value);
    else if (fallback?.kind === Kind.LIST) ifAbsent = fallback.values;
    return (variables) => read(variables[name] === undefined ? ifAbsent : variables[name]);
  }

  #fragment(name: string): Cost {
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#composite(fragment?.typeCondition.name.value);
    if (!fragment || !type) return () => 0;
    const cost = this.#selections(type, fragment.selectionSet);
    this.#known.set(name, cost);
    return cost;
  }

  #composite(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function fieldOf(
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return "getFields" in parent ? parent.getFields()[name] : undefined;
}

function isConnectionPart(definition: GraphQLField<unknown, unknown>): boolean {
  return definition.name === "nodes" || definition.name === "edges" || definition.name === "errors";
}

function sumOf(parts: readonly Cost[]): Cost {
  const [only, ...others] = parts;
  if (!only) return () => 0;
  if (others.length === 0) return only;
  return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
}
