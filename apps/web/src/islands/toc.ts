/** Marks the heading that is being read in the table of contents. */
export function followTableOfContents(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-island=toc] a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null);
  if (headings.length === 0) return;
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    // The last heading that has passed the upper third of the window.
    const line = innerHeight / 3;
    const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
    const isAtEnd =
      scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const link = links.get((isAtEnd ? headings.at(-1) : passed)?.id ?? "");
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
  };
  // An observer wakes us when headings come and go, not at every pixel.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) observer.observe(heading);
  mark();
}
