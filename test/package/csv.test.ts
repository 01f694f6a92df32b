import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Options, parse as parseInNode } from "csv-parse/sync";
import { expect, inject, test } from "vitest";
import fc from "../support/fast-check.js";

const path = join(inject("project"), "node_modules/reference-regions/dist/csv-for-browsers.js");
const { parse: parseInBrowsers } = (await import(pathToFileURL(path).href)) as { parse: typeof parseInNode };

const options: Options = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: 200,
};

/** What a parser makes of a text: its records, or the code and the words of its error. */
function outcome(parse: typeof parseInNode, text: string, delimiter: string): unknown {
  try {
    return parse(text, { ...options, delimiter });
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return [code, message];
  }
}

const piece = fc.constantFrom(
  "a",
  "7.5",
  ",",
  ";",
  '"',
  '""',
  "\n",
  "\r\n",
  "\r",
  " ",
  "\t",
  "é",
  "Ж",
  "区",
  "\u{1f30d}",
  "\ufeff",
  ",,",
  '"a,b"',
  "x".repeat(90),
);

test("what browsers load reads every text as csv-parse in Node does, errors included", () => {
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.constantFrom(",", ";", "\t", "||"), (csv, delimiter) => {
      expect(outcome(parseInBrowsers, csv, delimiter)).toEqual(outcome(parseInNode, csv, delimiter));
    }),
    { numRuns: 2_000 },
  );
});
