import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Head, Here, Screen } from "#routing/index.js";
import { assetFiles, assetUrl, ENTRIES, type AssetManifest } from "./assets.js";
import { THEME_SNIPPET } from "./security.js";
import { Shell } from "./shell.js";

/** A whole HTML document, without a trace of React: what an app screen shows with scripts, its client renders itself. */
export function renderDocument(screen: Screen, here: Here, assets: AssetManifest): string {
  const html = renderToStaticMarkup(
    <Document head={screen.head} here={here} assets={assets}>
      <Shell here={here}>{screen.body}</Shell>
    </Document>,
  );
  return `<!doctype html>${html}`;
}

function Document({
  head,
  here,
  assets,
  children,
}: {
  head: Head;
  here: Here;
  assets: AssetManifest;
  children: ReactNode;
}) {
  const { site, url } = here;
  const absolute = (path: string) => new URL(path, site.url).href;
  const title = head.title === "" ? site.name : `${head.title} · ${site.name}`;
  const extra = head.script
    ? assetFiles(assets, ENTRIES[head.script])
    : { styles: [], scripts: [] };
  // Fetched beside the shell, not after it has run.
  const later = head.script === "editor" ? (assets[ENTRIES.editor]?.dynamicImports ?? []) : [];
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <script dangerouslySetInnerHTML={{ __html: THEME_SNIPPET }} />
        <link rel="stylesheet" href={assetUrl(assets, ENTRIES.style)} />
        {extra.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={assetUrl(assets, ENTRIES.islands)} />
        {extra.scripts.slice(0, 1).map((src) => (
          <script key={src} type="module" src={src} nonce={here.nonce} />
        ))}
        {[...extra.scripts.slice(1), ...later.map((key) => assetUrl(assets, key))].map((src) => (
          <link key={src} rel="modulepreload" href={src} />
        ))}
        <link rel="icon" href={assetUrl(assets, ENTRIES.icon)} type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        {head.isIndexed === false && <meta name="robots" content="noindex" />}
        {head.description && <meta name="description" content={head.description} />}
        {head.canonical && <link rel="canonical" href={absolute(head.canonical)} />}
        {head.alternates?.map((one) => (
          <link key={one.locale} rel="alternate" hrefLang={one.locale} href={absolute(one.href)} />
        ))}
        {head.source && (
          <link rel="alternate" type="text/plain" title="Markdown" href={absolute(head.source)} />
        )}
        <meta property="og:site_name" content={site.name} />
        <meta property="og:title" content={head.title || site.name} />
        <meta property="og:type" content={head.kind ?? "website"} />
        <meta property="og:url" content={absolute(head.canonical ?? url.pathname)} />
        {head.description && <meta property="og:description" content={head.description} />}
        {head.locale && <meta property="og:locale" content={head.locale.replace("-", "_")} />}
        {head.modifiedAt && <meta property="article:modified_time" content={head.modifiedAt} />}
        {head.breadcrumbs && <BreadcrumbData crumbs={head.breadcrumbs} absolute={absolute} />}
      </head>
      <body>{children}</body>
    </html>
  );
}

function BreadcrumbData({
  crumbs,
  absolute,
}: {
  crumbs: readonly { title: string; href: string }[];
  absolute: (path: string) => string;
}) {
  const data = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: crumb.title,
      item: absolute(crumb.href),
    })),
  };
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
  );
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
