import { sql, type RawBuilder } from "kysely";
import { Refusal } from "#platform/errors.js";
import { decodeCursor, type CursorValue } from "./cursor.js";
import type { ConnectionArgs } from "./connection.type.js";

export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

/** How a list is ordered: unique together, the last usually the id. `type` is the SQL type cursor values are cast to. */
export interface SortKey {
  readonly expression: RawBuilder<unknown>;
  readonly type: "text" | "timestamptz" | "uuid" | "int" | "float8" | "bigint";
}

export interface Order {
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

/** What a list query adds: a condition, an order, and one row more than asked for, to know whether there are more. */
export interface Window {
  readonly where: RawBuilder<boolean>;
  readonly orderBy: RawBuilder<unknown>;
  readonly limit: number;
  readonly backward: boolean;
  readonly after: boolean;
  readonly before: boolean;
}

/** @throws Refusal BAD_USER_INPUT for sizes outside 1 to 100, `first` with `last`, or a foreign cursor. */
export function windowOf(args: ConnectionArgs, order: Order): Window {
  if (args.first != null && args.last != null) {
    throw new Refusal("BAD_USER_INPUT", 'Give "first" or "last", not both.', { argument: "last" });
  }
  const backward = args.last != null;
  const size = args.last ?? args.first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    const argument = backward ? "last" : "first";
    throw new Refusal("BAD_USER_INPUT", `"${argument}" must be from 1 to ${MAX_PAGE_SIZE}.`, {
      argument,
    });
  }
  const conditions: RawBuilder<boolean>[] = [];
  if (args.after != null)
    conditions.push(beyond(order, decode(args.after, "after", order), order.descending));
  if (args.before != null)
    conditions.push(beyond(order, decode(args.before, "before", order), !order.descending));
  const direction = sql.raw(order.descending === backward ? "asc" : "desc");
  return {
    where:
      conditions.length === 0
        ? sql<boolean>`true`
        : sql<boolean>`${sql.join(conditions, sql` and `)}`,
    orderBy: sql.join(order.keys.map((key) => sql`${key.expression} ${direction}`)),
    limit: size + 1,
    backward,
    after: args.after != null,
    before: args.before != null,
  };
}

function decode(cursor: string, argument: string, order: Order): CursorValue[] {
  return decodeCursor(cursor, argument, order.keys.length);
}

function beyond(order: Order, values: readonly CursorValue[], less: boolean): RawBuilder<boolean> {
  const left = sql.join(order.keys.map((key) => key.expression));
  const right = sql.join(
    order.keys.map(
      (key, index) => sql`${checked(key, values[index] ?? null)}::${sql.raw(key.type)}`,
    ),
  );
  return less ? sql<boolean>`(${left}) < (${right})` : sql<boolean>`(${left}) > (${right})`;
}

const forms: Partial<Record<SortKey["type"], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz: /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  float8: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
};

// A hand-made cursor must not reach a cast that fails.
function checked(key: SortKey, value: CursorValue): CursorValue {
  const form = forms[key.type];
  if (value !== null && form && !form.test(String(value))) {
    throw new Refusal("BAD_USER_INPUT", "This is not a cursor of this list.", {});
  }
  return value;
}

export interface Slice<T> {
  readonly rows: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Cuts the extra row off and restores the list's own order. */
export function sliceOf<T>(rows: readonly T[], window: Window): Slice<T> {
  const hasMore = rows.length === window.limit;
  const kept = hasMore ? rows.slice(0, -1) : [...rows];
  if (window.backward) kept.reverse();
  return {
    rows: kept,
    hasNextPage: window.backward ? window.before : hasMore,
    hasPreviousPage: window.backward ? hasMore : window.after,
  };
}
