import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** What a single document may ask for; generous for real clients, tight for hostile ones. See docs/api/limits.md. */
export const LIMITS = {
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  /** Objects an operation can return at most, connections counted by their page size. */
  cost: 20_000,
  /** Of a request that is anonymous or a query. */
  bodyBytes: 256 * 1024,
  /** Of a signed-in mutation: 2 MiB of text with room for how JSON escapes it. */
  mutationBodyBytes: 8 * 1024 * 1024,
  deadlineMs: 10_000,
} as const;

interface Size {
  depth: number;
  aliases: number;
  fields: number;
  directives: number;
}

/** Validation rule: measures each operation with its fragments expanded, each fragment only once. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const size = measureOperation(context.getDocument(), operation);
      for (const problem of problemsOf(size)) {
        context.reportError(
          new GraphQLError(problem, { nodes: [operation], extensions: { code: "LIMIT_EXCEEDED" } }),
        );
      }
      return false;
    },
  };
}

function problemsOf(size: Size & { rootFields: number }): string[] {
  const check = (is: number, limit: number, what: string) =>
    is > limit ? [`This operation ${what}: ${is}, and at most ${limit} are allowed.`] : [];
  return [
    ...check(size.depth, LIMITS.depth, "is too deep"),
    ...check(size.aliases, LIMITS.aliases, "has too many aliases"),
    ...check(size.rootFields, LIMITS.rootFields, "has too many root fields"),
    ...check(size.directives, LIMITS.directives, "has too many directives"),
  ];
}

function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Size & { rootFields: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Size>();

  const measure = (set: SelectionSetNode): Size => {
    const size: Size = { depth: 0, aliases: 0, fields: 0, directives: 0 };
    for (const selection of set.selections) {
      size.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet ? measure(selection.selectionSet) : undefined;
        size.fields += 1;
        size.aliases += (selection.alias ? 1 : 0) + (inner?.aliases ?? 0);
        size.directives += inner?.directives ?? 0;
        size.depth = Math.max(size.depth, 1 + (inner?.depth ?? 0));
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? measure(selection.selectionSet)
            : measureFragment(selection.name.value);
        size.fields += inner.fields;
        size.aliases += inner.aliases;
        size.directives += inner.directives;
        size.depth = Math.max(size.depth, inner.depth);
      }
    }
    return size;
  };
  const measureFragment = (name: string): Size => {
    const measured = known.get(name);
    if (measured) return measured;
    // A cycle meets this entry; another rule reports it.
    known.set(name, { depth: 0, aliases: 0, fields: 0, directives: 0 });
    const fragment = fragments.get(name);
    const size = fragment
      ? measure(fragment.selectionSet)
      : { depth: 0, aliases: 0, fields: 0, directives: 0 };
    known.set(name, size);
    return size;
  };

  const size = measure(operation.selectionSet);
  return { ...size, rootFields: size.fields };
}
