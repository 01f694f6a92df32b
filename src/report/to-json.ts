import type { Analysis } from "../analyse.js";
import { DataError, issueAt } from "../shared/errors.js";
import { schemaVersion } from "../shared/schema-version.js";
import { show } from "../shared/show.js";

const needed = ["target", "table", "plan", "reference", "weights", "notes", "recipe"] as const;

/**
 * An analysis as a JSON document, with `schemaVersion`: to store, to send, and to read again with `fromJson`.
 *
 * @example
 * ```ts
 * const analysis = await analyse(table, "ES21", { reference: { count: 3 } });
 * const text = toJson(analysis);
 * JSON.parse(text).schemaVersion; // => 1
 * fromJson(text).reference.regions[0].id; // => "ES12"
 * ```
 */
export function toJson(analysis: Analysis): string {
  return `${JSON.stringify(analysis, null, 2)}\n`;
}

/**
 * Reads what `toJson` wrote: the analysis, equal to the one that was written. It checks that the document is such an analysis, not every number in it.
 *
 * @throws {DataError} For text that is no JSON, another `schemaVersion`, and parts that are missing, all at once.
 *
 * @example
 * ```ts
 * const analysis = await analyse(table, "ES21", { reference: { count: 3 } });
 * fromJson(toJson(analysis)).recipe.target; // => "ES21"
 * ```
 */
export function fromJson(json: string): Analysis {
  const document = parse(json);
  if (typeof document !== "object" || document === null || Array.isArray(document))
    throw problem("not-an-analysis", `expected an analysis as toJson writes it, got ${show(document)}.`);
  const analysis = document as Partial<Analysis>;
  if (analysis.schemaVersion !== schemaVersion)
    throw problem(
      "unknown-schema-version",
      `expected schemaVersion ${schemaVersion}, got ${show(analysis.schemaVersion)}. Read it with the version of the package that wrote it.`,
    );
  const missing = needed.filter((key) => typeof analysis[key] !== "object" || analysis[key] === null);
  if (missing.length > 0)
    throw new DataError(
      missing.map((key) =>
        issueAt(
          "not-an-analysis",
          { path: `fromJson.${key}` },
          `expected a part of an analysis, got ${show(analysis[key])}.`,
        ),
      ),
    );
  return analysis as Analysis;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new DataError(
      [
        issueAt(
          "not-json",
          { path: "fromJson" },
          `expected a JSON document, got ${show(json)} (${(cause as Error).message}).`,
        ),
      ],
      { cause },
    );
  }
}

function problem(code: string, sentence: string): DataError {
  return new DataError([issueAt(code, { path: "fromJson" }, sentence)]);
}
