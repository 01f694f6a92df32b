import { optionsError } from "../shared/errors.js";
import { type Text, textIn } from "../shared/text.js";
import { type ChartWords, chartWords } from "./words.js";

/** The words of a language, its way to write names and numbers. */
export interface Speech extends ChartWords {
  readonly text: (text: Text) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
}

/**
 * How a chart speaks in a language.
 *
 * @throws {OptionsError} For a language without words.
 */
export function speak(language = "en"): Speech {
  if (!Object.hasOwn(chartWords, language)) {
    throw optionsError(
      "unknown-language",
      { path: "chart.language" },
      `expected one of ${Object.keys(chartWords).join(", ")}, got "${language}".`,
    );
  }
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const large = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  return {
    ...chartWords[language as "en"],
    text: (text) => textIn(text, language),
    number: (value) => (Math.abs(value) >= 1_000 ? large : small).format(value),
    percent: (share) => `${large.format(100 * share)} %`,
  };
}
