import { GraphQLScalarType, Kind, valueFromASTUntyped } from "graphql";

function invalid(name: string, value: unknown): never {
  throw new TypeError(`${name} cannot represent ${JSON.stringify(value)}.`);
}

const dateTimeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

function parseDateTime(value: unknown): Date {
  if (typeof value !== "string" || !dateTimeForm.test(value)) invalid("DateTime", value);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) invalid("DateTime", value);
  return date;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment, as RFC 3339 in UTC with milliseconds: `2026-11-22T20:09:50.000Z`.",
  specifiedByURL: "https://scalars.graphql.org/andimarek/date-time",
  serialize: (value) => (value instanceof Date ? value.toISOString() : invalid("DateTime", value)),
  parseValue: parseDateTime,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? parseDateTime(node.value) : invalid("DateTime", node.kind),
});

function parseUrl(value: unknown): string {
  if (typeof value !== "string" || !URL.canParse(value)) invalid("URL", value);
  return value;
}

export const UrlScalar = new GraphQLScalarType<string, string>({
  name: "URL",
  description: "An absolute address by the WHATWG URL standard.",
  specifiedByURL: "https://url.spec.whatwg.org/",
  serialize: parseUrl,
  parseValue: parseUrl,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? parseUrl(node.value) : invalid("URL", node.kind),
});

/** `de`, `pt-br`, `zh-hans`: canonical BCP 47, lower case; `undefined` when it is none. */
export function parseLocale(value: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value)) return undefined;
  try {
    return new Intl.Locale(value).toString().toLowerCase();
  } catch {
    return undefined;
  }
}

function toLocale(value: unknown): string {
  return (typeof value === "string" ? parseLocale(value) : undefined) ?? invalid("Locale", value);
}

export const LocaleScalar = new GraphQLScalarType<string, string>({
  name: "Locale",
  description: "A language tag by BCP 47, in lower case as in addresses: `en`, `de`, `zh-hans`.",
  specifiedByURL: "https://www.rfc-editor.org/info/bcp47",
  serialize: toLocale,
  parseValue: toLocale,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? toLocale(node.value) : invalid("Locale", node.kind),
});

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description:
    "Any JSON value, where the shape is the writer's (front matter) or specified elsewhere (diff).",
  specifiedByURL: "https://www.rfc-editor.org/info/rfc8259",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
