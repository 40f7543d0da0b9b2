const numbers = new Intl.NumberFormat("en");

/** `count(3, "revision")` is "3 revisions". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${numbers.format(value)} ${value === 1 ? one : many}`;
}

/** "1,000 or more" when the API stopped counting there. */
export function countOf(
  total: { value: number; precision: string },
  one: string,
  many?: string,
): string {
  const text = count(total.value, one, many);
  return total.precision === "AT_LEAST" ? `at least ${text}` : text;
}

/** Bytes gained or lost, with a sign besides the colour. */
export function SizeChange({ bytes }: { bytes: number }) {
  const sign = bytes > 0 ? "+" : bytes < 0 ? "−" : "±";
  const kind = bytes > 0 ? "gain" : bytes < 0 ? "loss" : "even";
  return (
    <span
      className={`size-change ${kind}`}
      title={`${count(Math.abs(bytes), "byte")} ${bytes < 0 ? "fewer" : "more"}`}
    >
      {sign}
      {numbers.format(Math.abs(bytes))}
    </span>
  );
}
