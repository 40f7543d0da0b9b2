import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./explorer.css";

const DEFAULT_QUERY = `# Everything the screens show is here to be asked for.
# Ctrl+Enter runs, Ctrl+Space suggests; the documentation is on the left.

query RecentChanges {
  recentChanges(first: 5) {
    nodes {
      number
      message
      createdAt
      author { name }
      page { title url }
    }
  }
}
`;

const root = document.getElementById("explorer");
if (root) {
  const fetcher = createGraphiQLFetcher({ url: "/graphql" });
  createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={DEFAULT_QUERY} />);
}
