import { defineRoute } from "#routing/index.js";
import { SearchView, type SearchResults } from "./search-view.js";
import { SearchSpacesDocument, SearchViewDocument } from "./search-view.generated.js";

export const searchRoute = defineRoute<SearchResults>({
  path: "/-/search",
  mode: "document",
  async load({ here, api }) {
    const query = here.url.searchParams.get("q")?.trim() ?? "";
    const space = here.url.searchParams.get("space") || null;
    const after = here.url.searchParams.get("after");
    if (query === "") {
      const { spaces } = await api.query(SearchSpacesDocument, {});
      return { query, space, result: undefined, spaces: spaces.nodes };
    }
    const result = await api.query(SearchViewDocument, { query, space, after });
    return { query, space, result, spaces: result.spaces.nodes };
  },
  head: ({ query }) => ({
    title: query === "" ? "Search" : `Search for ${query}`,
    isIndexed: false,
  }),
  View: SearchView,
});
