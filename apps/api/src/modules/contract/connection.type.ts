import { ArgsType, Field, Int, ObjectType, registerEnumType, type ClassType } from "type-graphql";
import type { Slice } from "./keyset.js";

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many from the start, 1 to 100; 25 when neither `first` nor `last` is given.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many from the end, 1 to 100." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string | null;
}

@ObjectType("PageInfo", {
  simpleResolvers: true,
  description: "Where a slice of a list stands, by the Relay cursor specification.",
})
export class PageInfoType {
  @Field(() => Boolean, {
    description: "Whether more follows. When paging backwards: whether `before` was given.",
  })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether something comes before. When paging forwards: whether `after` was given.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first entry; null when empty.",
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last entry; null when empty.",
  })
  readonly endCursor!: string | null;
}

export const CountPrecision = { EXACT: "EXACT", AT_LEAST: "AT_LEAST" } as const;
registerEnumType(CountPrecision, {
  name: "CountPrecision",
  description: "How much a count can be trusted.",
  valuesConfig: {
    EXACT: { description: "Counted to the end." },
    AT_LEAST: { description: "Counting stopped at 10,000." },
  },
});

export const COUNT_LIMIT = 10_000;

@ObjectType("Count", {
  simpleResolvers: true,
  description: "How long a list is; counted only when asked for, and to 10,000 at most.",
})
export class CountType {
  @Field(() => Int, { description: "The number of entries, or 10,000." })
  readonly value!: number;

  @Field(() => CountPrecision, { description: "Whether there may be more." })
  readonly precision!: keyof typeof CountPrecision;
}

/** `counted` rows were seen with a limit of `COUNT_LIMIT + 1`. */
export function toCount(counted: number): CountType {
  return counted > COUNT_LIMIT
    ? { value: COUNT_LIMIT, precision: "AT_LEAST" }
    : { value: counted, precision: "EXACT" };
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  edges(): { cursor: string; node: T }[];
  readonly pageInfo: PageInfoType;
  count?(): Promise<CountType>;
}

/** A slice as GraphQL shows it; edges are built and counts made only when asked for. */
export function toConnection<R, T>(
  slice: Slice<R>,
  map: { node: (row: R) => T; cursor: (row: R) => string },
  count?: () => Promise<number>,
): Connection<T> {
  const nodes = slice.rows.map(map.node);
  const first = slice.rows[0];
  const last = slice.rows.at(-1);
  return {
    nodes,
    edges: () =>
      slice.rows.map((row, index) => ({ cursor: map.cursor(row), node: nodes[index] as T })),
    pageInfo: {
      hasNextPage: slice.hasNextPage,
      hasPreviousPage: slice.hasPreviousPage,
      startCursor: first === undefined ? null : map.cursor(first),
      endCursor: last === undefined ? null : map.cursor(last),
    },
    ...(count ? { count: async () => toCount(await count()) } : {}),
  };
}

/** The connection and edge types of a node type: `PageConnection`, `PageEdge`. */
export function connectionTypeOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  options: { plural: string; counted?: boolean },
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `An entry of a list of ${options.plural}, with its cursor.`,
  })
  class Edge {
    @Field(() => String, { description: "For `after` and `before`." })
    readonly cursor!: string;

    @Field(node, { description: "The entry itself." })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A slice of a list of ${options.plural}.`,
  })
  class ConnectionClass {
    @Field(() => [Edge], { description: "The entries with their cursors." })
    readonly edges!: Edge[];

    @Field(() => [node()], { description: "The entries without cursors." })
    readonly nodes!: T[];

    @Field(() => PageInfoType, { description: "Whether there is more, and how to get it." })
    readonly pageInfo!: PageInfoType;
  }
  if (options.counted ?? true) {
    Field(() => CountType, { description: "How long the whole list is." })(
      ConnectionClass.prototype,
      "count",
    );
  }
  return ConnectionClass as unknown as ClassType<Connection<T>>;
}
