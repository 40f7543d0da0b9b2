import { isCompositeType, getNamedType, type GraphQLSchema } from "graphql";
import { callsOf, documentOf, selectionsOf, type Known, type RootCall } from "./schema-walk.js";

/** What one request was answered, in every byte a client sees. */
export interface Answer {
  /** What was asked, for reports. */
  asked: string;
  status: number;
  text: string;
}

export interface Visitor {
  origin: string;
  cookie?: string | undefined;
}

export async function visit(
  { origin, cookie }: Visitor,
  address: string,
  init: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(origin + address, {
    ...init,
    redirect: "manual",
    headers: { ...init.headers, ...(cookie !== undefined && { cookie }) },
  });
  const headers = [...response.headers].filter(([name]) => !changing.has(name));
  return {
    asked: `${init.method ?? "GET"} ${address}`,
    status: response.status,
    text: `${JSON.stringify(headers)}\n${await response.text()}`,
  };
}

const changing = new Set(["date", "x-request-id", "set-cookie"]);

/** Follows links from `start`, as far as `limit` addresses. */
export async function crawlHtml(
  visitor: Visitor,
  start: readonly string[],
  limit: number,
): Promise<Answer[]> {
  const seen = new Set(start);
  const answers: Answer[] = [];
  for (let next = [...seen]; next.length > 0;) {
    const found = await inParallel(next, (address) => visit(visitor, address));
    answers.push(...found);
    const linked = new Set(found.flatMap((answer) => linksIn(visitor, answer)));
    next = [...linked]
      .filter((address) => !seen.has(address))
      .slice(0, Math.max(0, limit - seen.size));
    for (const address of next) seen.add(address);
  }
  return answers;
}

function linksIn({ origin }: Visitor, { asked, text }: Answer): string[] {
  const base = origin + asked.slice(asked.indexOf("/"));
  return [...text.matchAll(/(?:href|src|action)=\\?"([^"\\]+)\\?"/g)].flatMap(([, href = ""]) => {
    const url = URL.parse(href.replaceAll("&amp;", "&"), base);
    if (url?.origin !== origin || url.pathname.startsWith("/-/assets/")) return [];
    return [url.pathname + url.search];
  });
}

const AT_ONCE = 6;

/** Answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
}

/** As many calls in one document as it may have root fields. */
const BATCH = 20;

/** Every root field with every known argument and every field two objects deep. */
export async function walkQueries(
  visitor: Visitor,
  schema: GraphQLSchema,
  known: Known,
): Promise<Answer[]> {
  const batches: (() => Promise<Answer[]>)[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const calls = callsOf(field, known);
    const type = getNamedType(field.type);
    const selections = isCompositeType(type) ? selectionsOf(schema, type) : [undefined];
    for (const selection of selections) {
      for (let at = 0; at < Math.max(1, calls.length); at += BATCH) {
        batches.push(() => run(visitor, calls.slice(at, at + BATCH), selection));
      }
    }
  }
  return (await inParallel(batches, (batch) => batch())).flat();
}

async function run(
  visitor: Visitor,
  calls: readonly RootCall[],
  selection: string | undefined,
): Promise<Answer[]> {
  const { query, variables } = documentOf(calls, selection);
  const answer = await operate(visitor, query, variables);
  if (!answer.text.includes('"LIMIT_EXCEEDED"')) return [answer];
  const [only, ...others] = calls;
  if (only && others.length === 0) {
    if (Number(only.variables["first"] ?? 0) <= 3) return [answer];
    return run(visitor, [{ ...only, variables: { ...only.variables, first: 3 } }], selection);
  }
  const half = Math.ceil(calls.length / 2);
  return [
    ...(await run(visitor, calls.slice(0, half), selection)),
    ...(await run(visitor, calls.slice(half), selection)),
  ];
}

export async function operate(
  { origin, cookie }: Visitor,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie !== undefined && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  return {
    asked: `${query} ${JSON.stringify(variables)}`,
    status: response.status,
    text: await response.text(),
  };
}
