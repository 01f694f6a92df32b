import type { Analysis } from "../analyse.js";
import { optionsError } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { en } from "./language/en.js";
import { formatOf } from "./language/format.js";
import type { Messages } from "./language/messages.js";
import { ru } from "./language/ru.js";
import { caveats } from "./markdown/caveats.js";
import { certainty } from "./markdown/certainty.js";
import { contextOf } from "./markdown/context.js";
import { data } from "./markdown/data.js";
import { learning } from "./markdown/learning.js";
import { list } from "./markdown/list.js";
import { method } from "./markdown/method.js";
import { performance } from "./markdown/performance.js";
import { question } from "./markdown/question.js";
import { replay } from "./markdown/replay.js";
import { types } from "./markdown/types.js";

/** The languages that a report can be written in, by their codes: what every sentence of it says. */
export const languages: { readonly [language in "en" | "ru"]: Messages } = { en, ru };

/** Options of `toMarkdown`. */
export interface MarkdownOptions {
  /** `"en"` (default), `"ru"`, or a language of `languages`. Names come from the framework and the table in the same language. */
  readonly language?: string | undefined;
  /** More languages, or other words: by code, all that a report says. */
  readonly languages?: { readonly [language: string]: Messages } | undefined;
  /** The date of the report, which the library does not know. */
  readonly date?: Date | undefined;
}

/**
 * `toMarkdown` in one go, for those who have loaded this entry, `reference-regions/report`, themselves.
 *
 * @throws {OptionsError} As `toMarkdown` rejects.
 *
 * @example
 * ```ts
 * const analysis = await analyse(table, "ES21", { reference: { count: 5 } });
 * toMarkdownSync(analysis).split("\n")[0]; // => "# Reference regions of País Vasco (ES21)"
 * ```
 */
export function toMarkdownSync(
  analysis: Analysis,
  { language = "en", languages: own = {}, date }: MarkdownOptions = {},
): string {
  const say = messagesOf(language, { ...languages, ...own });
  const format = formatOf(language);
  const context = contextOf(analysis, language, say, format);
  const { from, to } = analysis.reference.vintage;
  const about = [
    context.text(analysis.reference.vintage.name),
    ...(from === null || to === null ? [] : [say.years(from, to)]),
  ].join(", ");
  const blocks = [
    `# ${say.title(context.region(analysis.target.id))}`,
    `*${about}*`,
    ...(date === undefined ? [] : [say.dated(format.date(date))]),
    ...[question, list, certainty, performance, learning, types, data, method, caveats, replay].flatMap(
      (section) => section(context),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function messagesOf(language: string, all: { readonly [language: string]: Messages }): Messages {
  if (Object.hasOwn(all, language)) return all[language]!;
  const known = Object.keys(all);
  throw optionsError(
    "unknown-language",
    { path: "toMarkdown.language" },
    `expected one of ${known.join(", ")}, got "${language}".${didYouMean(language, known)} Other languages are given in languages.`,
  );
}
