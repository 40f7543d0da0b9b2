/** What stands in a document's head. Addresses are paths; the document makes them absolute. */
export interface Head {
  /** Without the site's name. */
  title: string;
  description?: string;
  canonical?: string;
  /** Old revisions, comparisons, forms: not for search engines. */
  isIndexed?: boolean;
  kind?: "website" | "article";
  locale?: string;
  modifiedAt?: string;
  alternates?: readonly { locale: string; href: string }[];
  /** Where the Markdown source is. */
  source?: string;
  breadcrumbs?: readonly { title: string; href: string }[];
  /** A script of the asset manifest that an app screen starts with. */
  script?: "editor" | "graphiql";
}
