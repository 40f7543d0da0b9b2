/** Vite's manifest: source path to built file. */
export type AssetManifest = Readonly<Record<string, AssetChunk>>;

export interface AssetChunk {
  file: string;
  css?: readonly string[];
  imports?: readonly string[];
  dynamicImports?: readonly string[];
  isEntry?: boolean;
}

/** Where `dist/client` is served; its files have a hash in their names and never change. */
export const ASSETS_PATH = "/-/assets/";

/** What each kind of screen starts with, by source path; for the document and for the budgets test. */
export const ENTRIES = {
  style: "src/styles/document.css",
  islands: "src/islands/main.ts",
  icon: "src/app/icon.svg",
  editor: "src/features/editing/main.tsx",
  graphiql: "src/features/exploring/main.tsx",
} as const;

/** @throws when the web app was not built, or built from other sources. */
export function assetUrl(manifest: AssetManifest, entry: string): string {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`“${entry}” is not in the asset manifest. Run “npm run build”.`);
  return ASSETS_PATH + chunk.file;
}

/** Styles and statically imported scripts of an entry, each once. */
export function assetFiles(
  manifest: AssetManifest,
  entry: string,
): { styles: string[]; scripts: string[] } {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(ASSETS_PATH + chunk.file)) return;
    scripts.add(ASSETS_PATH + chunk.file);
    for (const style of chunk.css ?? []) styles.add(ASSETS_PATH + style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(entry);
  return { styles: [...styles], scripts: [...scripts] };
}
