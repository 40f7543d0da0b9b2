import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Snippet } from "./snippet.js";

it("marks what was found and lets nothing else be markup", () => {
  const html = renderToStaticMarkup(
    <Snippet text="a &lt;b&gt; <mark>c &amp; d</mark> <script>e</script>" />,
  );
  expect(html).toBe("a &lt;b&gt; <mark>c &amp; d</mark> &lt;script&gt;e&lt;/script&gt;");
});
