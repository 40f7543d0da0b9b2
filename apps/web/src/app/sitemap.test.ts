import { expect, it } from "vitest";
import { renderRobots } from "./sitemap.js";

it("robots.txt names the sitemap of this site and keeps crawlers out of forms and comparisons", () => {
  const { body, headers } = renderRobots("https://docs.example.org/");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(body).toContain("Sitemap: https://docs.example.org/sitemap.xml");
  expect(body).toContain("Disallow: /*/-/");
});
