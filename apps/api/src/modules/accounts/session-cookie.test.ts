import { describe, expect, it } from "vitest";
import { readCookie, sessionCookieName, verifySessionCookie } from "./session-cookie.js";

describe("readCookie", () => {
  it("finds a cookie among others, and not one whose name only ends alike", () => {
    const header = "theme=dark; x-stet.session_token=wrong; stet.session_token=right; z=1";
    expect(readCookie(header, "stet.session_token")).toBe("right");
  });

  it("takes the first of a name", () => {
    expect(readCookie("a=1; a=2", "a")).toBe("1");
  });

  it.each([undefined, "", "a", "=a", "; ;"])("finds nothing in %j", (header) => {
    expect(readCookie(header, "a")).toBeUndefined();
  });
});

describe("sessionCookieName", () => {
  it("has the prefix browsers protect when the site is https", () => {
    expect(sessionCookieName("https://docs.example.org")).toBe("__Secure-stet.session_token");
    expect(sessionCookieName("http://localhost:3000")).toBe("stet.session_token");
  });
});

describe("verifySessionCookie", () => {
  it.each([
    "",
    "token",
    "token.",
    ".sig",
    "%",
    "%E0%A4%A",
    "token.AAAA",
    "a.b.c",
    "x".repeat(5000),
  ])("refuses %j without failing", (value) => {
    expect(verifySessionCookie(value, "secret")).toBeUndefined();
  });
});
