// Strokes on a 16 px grid, drawn for this project; 1.5 px lines sit well beside 17 px text.
const paths = {
  search: "M7 12.25a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5Zm3.8-1.45 3.45 3.45",
  menu: "M2 4h12M2 8h12M2 12h8",
  close: "m3.5 3.5 9 9m0-9-9 9",
  chevron: "m6 3.5 4.5 4.5L6 12.5",
  back: "M13 8H3m4-4.5L2.5 8 7 12.5",
  forward: "M3 8h10M9 3.5 13.5 8 9 12.5",
  pencil: "m2.5 13.5.75-3.25 7.5-7.5 2.5 2.5-7.5 7.5-3.25.75Zm6.75-9.25 2.5 2.5",
  clock: "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 4.5V8l2.5 1.75",
  book: "M2.25 2.75h4A1.75 1.75 0 0 1 8 4.5v9a1.5 1.5 0 0 0-1.5-1.25H2.25v-9.5Zm11.5 0h-4A1.75 1.75 0 0 0 8 4.5v9a1.5 1.5 0 0 1 1.5-1.25h4.25v-9.5Z",
  globe:
    "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM1.75 8h12.5M8 1.75c2.2 2 2.75 4 2.75 6.25S10.200 12.250 8 14.250C5.800 12.250 5.250 10.250 5.250 8S5.800 3.750 8 1.750Z",
  swap: "M2 5.25h11M10.250 2.500 13 5.250 10.250 8M14 10.750H3m2.750-2.750L3 10.750l2.750 2.750",
  undo: "M5.500 3 2.500 6l3 3M2.750 6h6.500a4 4 0 0 1 0 8H6",
  lock: "M4 7V5a4 4 0 0 1 8 0v2M3 7h10v6.500H3V7Z",
  plus: "M8 2.750v10.500M2.750 8h10.500",
  warning: "M8 2 1.750 13.500h12.500L8 2Zm0 4.500v3.250M8 11.750v.1",
  check: "m2.500 8.500 3.500 3.500 7.500-8",
  theme: "M8 1.750v12.500A6.250 6.250 0 0 0 8 1.750ZM8 14.250A6.250 6.250 0 0 1 8 1.750",
  person:
    "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.500 14c.5-2.750 2.750-4.250 5.500-4.250s5 1.500 5.500 4.250",
  bin: "M2.500 4h11M6 4V2.250h4V4M4 4l.6 9.750h6.800L12 4",
  list: "M5.500 4h8.500M5.500 8h8.500M5.500 12h8.500M2 4h.5M2 8h.5M2 12h.5",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words, never instead of them: hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
