import type { Analysis } from "../analyse.js";
import type { MarkdownOptions } from "./to-markdown-sync.js";

/**
 * An analysis as a complete report in Markdown (CommonMark with tables): the question and a short answer, the list with reasons, how sure
 * it is, performance and whom to learn from, types, data with credit lines, the method with references, caveats, and how to make it
 * again. Parts that the plan does not ask for are left out.
 *
 * Figures have the units of the framework; numbers and lists are written as the language has it (`Intl`). Names cannot break the
 * document: what Markdown or HTML would read as a mark is escaped.
 *
 * The words of all languages load when the first report is written. Who has loaded `reference-regions/report` can call `toMarkdownSync`.
 *
 * @throws {OptionsError} Rejects for a language that is not known.
 *
 * @example
 * ```ts
 * const analysis = await analyse(table, "ES21", { reference: { count: 5 } });
 * (await toMarkdown(analysis)).split("\n")[0]; // => "# Reference regions of País Vasco (ES21)"
 * (await toMarkdown(analysis, { language: "ru" })).split("\n")[0]; // => "# Референтные регионы: País Vasco (ES21)"
 * ```
 */
export async function toMarkdown(analysis: Analysis, options: MarkdownOptions = {}): Promise<string> {
  const { toMarkdownSync } = await import("./index.js");
  return toMarkdownSync(analysis, options);
}
