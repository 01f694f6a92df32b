/** Numbers and lists as a language writes them. */
export interface Format {
  /** Four significant digits; whole numbers from 1,000 on. */
  readonly number: (value: number) => string;
  /** As `number`, with its sign. */
  readonly signed: (value: number) => string;
  /** A share in percent, rounded to so many decimals (default 0). */
  readonly percent: (share: number, decimals?: number) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** A day in words. */
  readonly date: (date: Date) => string;
}

/** How a language writes numbers and lists, by `Intl`. */
export function formatOf(language: string): Format {
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
  const large = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(language, { type: "conjunction" });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const number = (value: number): string => (Math.abs(value) >= 1_000 ? large : small).format(value);
  return {
    number,
    signed: (value) => (value > 0 ? `+${number(value)}` : number(value)),
    percent: (share, decimals = 0) =>
      `${small.format(Math.round(share * 100 * 10 ** decimals) / 10 ** decimals)}\u00a0%`,
    list: (items) => lists.format(items),
    date: (date) => dates.format(date),
  };
}
