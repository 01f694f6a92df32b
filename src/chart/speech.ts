import { optionsError } from "../shared/errors.js";
import { type Text, textIn } from "../shared/text.js";
import type { ChartChoices } from "./chart-options.js";
import { type ChartWords, chartWords } from "./words.js";

/** The words of a language, its way to write names and numbers. */
export interface Speech extends ChartWords {
  readonly text: (text: Text) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A region by its name and id. */
  readonly region: (region: { readonly id: string; readonly name: Text }) => string;
  /** Instead of a chart's own title. */
  readonly ownTitle: string | undefined;
}

/**
 * How a chart speaks in a language.
 *
 * @throws {OptionsError} For a language without words.
 */
export function speak({ language = "en", languages, title }: ChartChoices): Speech {
  const all: { readonly [language: string]: ChartWords } = { ...chartWords, ...languages };
  if (!Object.hasOwn(all, language)) {
    throw optionsError(
      "unknown-language",
      { path: "chart.language" },
      `expected one of ${Object.keys(all).join(", ")}, got "${language}". Other languages are given in languages.`,
    );
  }
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const large = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const text = (one: Text): string => textIn(one, language);
  return {
    ...all[language]!,
    text,
    number: (value) => (Math.abs(value) >= 1_000 ? large : small).format(value),
    percent: (share) => `${large.format(100 * share)} %`,
    region: ({ id, name }) => `${text(name)} (${id})`,
    ownTitle: title,
  };
}
