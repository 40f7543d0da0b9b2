import { describe, expect, it } from "vitest";
import { compilePath } from "./path.js";

describe("compilePath", () => {
  const page = compilePath("/:space/:path+");
  const history = compilePath("/:space/:path+/-/history");
  const compare = compilePath("/:space/:path+/-/compare/:range");
  const space = compilePath("/:space");

  it.each([
    ["/xen/install", { space: "xen", path: "install" }],
    ["/xen/guests/debian", { space: "xen", path: "guests/debian" }],
    ["/xen/guests/debian/", { space: "xen", path: "guests/debian" }],
    ["/de/xen/install", { locale: "de", space: "xen", path: "install" }],
    ["/zh-hans/xen/a/b", { locale: "zh-hans", space: "xen", path: "a/b" }],
    ["/xen/gr%C3%B6%C3%9Fe", { space: "xen", path: "größe" }],
    ["/xen/a-b/-c", { space: "xen", path: "a-b/-c" }],
  ])("finds the page in %s", (address, expected) => expect(page(address)).toEqual(expected));

  it.each([
    "/",
    "/xen",
    "/xen/-/new",
    "/xen/a/-/edit",
    "/-/search",
    "/de/xen",
    "/xen/%E0%A4%A",
    "//xen/a",
  ])("finds no page in %s", (address) => expect(page(address)).toBeUndefined());

  it("ends a path where its screens begin", () => {
    expect(history("/de/xen/a/b/-/history")).toEqual({ locale: "de", space: "xen", path: "a/b" });
    expect(history("/xen/a/b/history")).toBeUndefined();
    expect(compare("/xen/a/-/compare/3...6")).toEqual({ space: "xen", path: "a", range: "3...6" });
  });

  it("tells a space from a language", () => {
    expect(space("/xen")).toEqual({ space: "xen" });
    expect(space("/de/xen")).toEqual({ locale: "de", space: "xen" });
    expect(space("/de")).toBeUndefined();
    expect(space("/-")).toBeUndefined();
  });

  it("takes a dot for a dot", () => {
    expect(compilePath("/robots.txt")("/robots.txt")).toEqual({});
    expect(compilePath("/robots.txt")("/robotsxtxt")).toBeUndefined();
  });
});
