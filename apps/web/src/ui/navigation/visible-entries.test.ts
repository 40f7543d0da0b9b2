import { describe, expect, it } from "vitest";
import { navigationTree, type NavigationNode } from "./visible-entries.js";

const entry = (path: string) => ({
  path,
  depth: path.split("/").length - 1,
  title: path,
  url: `/xen/${path}`,
});
const entries = ["a", "a/b", "a/b/c", "a/d", "e", "e/f", "g"].map(entry);

/** `a[b[c] d]` for a tree, with `*` behind what is open. */
function show(nodes: readonly NavigationNode[]): string {
  return nodes
    .map(({ entry: { path }, isOpen, children }) => {
      const name = path.split("/").at(-1);
      return `${name}${isOpen ? "*" : ""}${children.length > 0 ? `[${show(children)}]` : ""}`;
    })
    .join(" ");
}

describe("navigationTree", () => {
  it("sends a small tree whole and opens the branch to the page", () => {
    expect(show(navigationTree(entries, "a/b"))).toBe("a*[b*[c] d] e[f] g");
  });

  it("sends only the open branch of a large one", () => {
    expect(show(navigationTree(entries, "a/b", 3))).toBe("a*[b*[c] d] e g");
    expect(show(navigationTree(entries, "g", 3))).toBe("a e g*");
  });

  it("says of a folder left shut that there is something in it", () => {
    const shut = navigationTree(entries, "g", 3);
    expect(shut.map((node) => node.hasChildren)).toEqual([true, true, false]);
  });

  it("does not take a longer name for a folder", () => {
    expect(
      show(
        navigationTree([entry("net"), entry("network"), entry("network/bridge")], "network/bridge"),
      ),
    ).toBe("net network*[bridge*]");
  });
});
