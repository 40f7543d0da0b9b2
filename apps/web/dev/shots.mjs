/** Screenshots: node dev/shots.mjs BASE OUT path[,path] [widths] [themes] */
import { chromium } from "playwright-core";
const [base, out, paths, widths = "320,768,1440", themes = "light,dark", js = "1", full = "0"] =
  process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
for (const theme of themes.split(","))
  for (const width of widths.split(",")) {
    const context = await browser.newContext({
      viewport: { width: Number(width), height: Number(width) < 500 ? 800 : 900 },
      colorScheme: theme,
      javaScriptEnabled: js === "1",
    });
    const page = await context.newPage();
    page.on("console", (m) => {
      if (["error"].includes(m.type()) && !m.text().includes("XzJlZKVo"))
        process.stdout.write(`console ${m.text()}\n`);
    });
    for (const path of paths.split(",")) {
      await page.goto(base + path, { waitUntil: "load" });
      const overflow = await page.evaluate(() => {
        const w = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= w) return [];
        return [...document.querySelectorAll("body *")]
          .filter((e) => e.getBoundingClientRect().right > w + 1)
          .slice(0, 4)
          .map((e) => e.tagName + "." + e.className);
      });
      if (overflow.length)
        process.stdout.write(`OVERFLOW ${width} ${path}: ${overflow.join(" ")}\n`);
      await page.screenshot({
        path: `${out}/${(path.replaceAll(/[^a-z0-9]+/gi, "_") || "home").slice(0, 50)}-${width}-${theme}.png`,
        fullPage: full === "1",
      });
    }
    await context.close();
  }
await browser.close();
