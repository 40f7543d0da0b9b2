import { expect, test } from "vitest";
import { headlineOf } from "../derived/index.js";
import { quickHeadlineOf } from "./headline.js";

const place = {
  space: "s",
  defaultLocale: "en",
  locale: "en",
  path: "some/page",
  filePath: "some/page.md",
};

test.each([
  "# Title\n\nText\n",
  "\n\n  # Title with *markup* and `code`\nText\n# Another\n",
  "---\ntitle: From front matter\ntags: [a]\n---\n\n# Heading\n",
  "---\ntags: [a]\n---\n# Heading #\n\ntext",
  "---\ntitle: [broken\n---\n# Heading\n",
  "Text first\n\n# Heading later\n",
  "#\n# Second is the first with words\n",
  "#no heading\n\nReal\n====\n",
  "## Only a second level\n",
  "```\n# in code\n```\n# Real\n",
  "<!-- # comment -->\n# Real\n",
  "    # indented code\n\n# Real\n",
  "\t# tab\n\n# Real\n",
  "\ufeff# After a byte order mark\n",
  "# CRLF\r\n\r\nText\r\n",
  "# [Link][ref]\n\n[ref]: /x\n",
  "",
  "#",
])("%j has the same headline, read quickly", (markdown) => {
  expect(quickHeadlineOf(markdown, place)).toEqual(headlineOf(markdown, place));
});
