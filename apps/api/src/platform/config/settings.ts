import { z } from "zod";

/** One setting: the environment variable, what the operator reads about it, and how its text is understood. */
interface Setting<T> {
  name: string;
  /** As the README prints it. */
  fallback: string;
  meaning: string;
  parse: z.ZodType<T, string | undefined>;
}

const text = z.string().trim();

const optional = text.transform((value) => (value === "" ? undefined : value)).optional();

const flag = (fallback: boolean) =>
  text.optional().transform((value, check) => {
    if (value === undefined || value === "") return fallback;
    if (["1", "true", "yes", "on"].includes(value.toLowerCase())) return true;
    if (["0", "false", "no", "off"].includes(value.toLowerCase())) return false;
    check.addIssue({ code: "custom", message: "must be 1 or 0" });
    return z.NEVER;
  });

const integer = (fallback: number, least: number, most: number) =>
  text.optional().transform((value, check) => {
    if (value === undefined || value === "") return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    check.addIssue({ code: "custom", message: `must be a whole number from ${least} to ${most}` });
    return z.NEVER;
  });

const list = (fallback: readonly string[], item: RegExp, what: string) =>
  text.optional().transform((value, check) => {
    if (value === undefined || value === "") return [...fallback];
    const items = value.split(/[\s,]+/).filter(Boolean);
    const wrong = items.find((each) => !item.test(each));
    if (wrong === undefined) return items;
    check.addIssue({ code: "custom", message: `must be a list of ${what}; "${wrong}" is none` });
    return z.NEVER;
  });

const address = (protocols: readonly string[], example: string) =>
  optional.refine((value) => value === undefined || isAddress(value, protocols), {
    message: `must look like ${example}`,
  });

function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function setting<T>(
  name: string,
  fallback: string,
  meaning: string,
  parse: z.ZodType<T, string | undefined>,
): Setting<T> {
  return { name, fallback, meaning, parse };
}

const LOCALES = ["en", "es", "de", "ru", "it", "zh", "ko", "ja", "fr"];

/** Everything that can be set, in the order of the README. Nothing else in Stet reads the environment. */
export const SETTINGS = {
  port: setting("PORT", "3000", "The port to serve on.", integer(3000, 0, 65_535)),
  host: setting(
    "HOST",
    "all",
    "The address to listen on; `127.0.0.1` for this machine only.",
    optional,
  ),
  databaseUrl: setting(
    "DATABASE_URL",
    "embedded",
    "A PostgreSQL server (15 or newer). Without it Stet runs its own in the data folder.",
    address(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/stet"),
  ),
  databasePoolSize: setting(
    "DATABASE_POOL_SIZE",
    "10",
    "The most connections one process opens.",
    integer(10, 2, 500),
  ),
  dataDir: setting(
    "STET_DATA_DIR",
    ".stet",
    "Where the embedded database, uploaded files and the secret live. Back this up.",
    optional,
  ),
  url: setting(
    "STET_URL",
    "http://localhost:PORT",
    "The public address. Other host names are redirected to it; `https:` makes cookies secure.",
    address(["http:", "https:"], "https://docs.example.org"),
  ),
  siteName: setting("STET_SITE_NAME", "Stet", "The name at the top of every page.", optional),
  locales: setting(
    "STET_LOCALES",
    LOCALES.join(","),
    "The languages pages may be in, the site's own first.",
    list(LOCALES, /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "language tags such as en or zh-hans"),
  ),
  signUp: setting(
    "STET_SIGN_UP",
    "1",
    "`0` closes sign-up. A new account may read what is public and nothing more until it gets a role.",
    flag(true),
  ),
  demo: setting("STET_DEMO", "1", "`0` starts without the demo content.", flag(true)),
  adminEmail: setting(
    "STET_ADMIN_EMAIL",
    "",
    "With the next one: creates the first administrator without the setup link.",
    optional,
  ),
  adminPassword: setting("STET_ADMIN_PASSWORD", "", "At least 8 characters.", optional),
  secret: setting(
    "STET_SECRET",
    "made once, kept in the data folder",
    "Signs cookies; at least 32 characters. Several processes on several machines need the same.",
    optional.refine((value) => value === undefined || value.length >= 32, {
      message: "must have at least 32 characters, e.g. from: openssl rand -hex 32",
    }),
  ),
  trustProxy: setting(
    "STET_TRUST_PROXY",
    "",
    "Addresses or networks of proxies whose `X-Forwarded-*` is believed, e.g. `10.0.0.0/8`.",
    list([], /^[0-9a-f.:]+(\/\d{1,3})?$/i, "addresses or networks"),
  ),
  logLevel: setting(
    "STET_LOG_LEVEL",
    "info",
    "`debug`, `info`, `warn`, `error` or `silent`.",
    z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  ),
} as const;

/** The table of the README, one row a setting. */
export function settingsTable(): string {
  const rows = Object.values(SETTINGS).map(
    ({ name, fallback, meaning }) =>
      `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${meaning} |`,
  );
  return ["| setting | default | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}
