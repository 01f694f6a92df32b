import { readFileSync } from "node:fs";
import {
  analyse,
  fromJson,
  parseFramework,
  readRegionsCsv,
  type Text,
  toJson,
  toMarkdown,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import { languages, type Messages, toMarkdownSync } from "../../src/report/index.js";
import { makeFramework, makeTable } from "../support/tables.js";

const framework = parseFramework(JSON.parse(readFileSync("fixtures/eu-nuts2/framework.json", "utf8")));
const table = readRegionsCsv(readFileSync("fixtures/eu-nuts2/regions.csv", "utf8"), framework);
const plan = {
  reference: { count: 10 },
  typology: { method: "ward", k: 6 },
  sensitivity: { draws: 200 },
  benchmark: {},
} as const;
const analysis = await analyse(table, "ES21", plan);

/** The report without its blocks of code. */
const prose = (report: string): string => report.replace(/```[\s\S]*?```/g, "");
const rowsOf = (report: string, header: string): string[][] => {
  const lines = report.split("\n");
  const first = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const rest = lines.slice(first + 2);
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith("|")),
    )
    .map((line) => line.split(" | "));
};

describe.each(["en", "ru"])("the report of ES21 in %s", (language) => {
  const report = toMarkdownSync(analysis, { language });

  test("is the one that was read to the end", async () => {
    await expect(report).toMatchFileSnapshot(`es21.${language}.md`);
  });

  test("holds nothing that is no word and no number", () => {
    expect(prose(report)).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  });

  test("gives every figure of performance its unit", () => {
    const { columns } = languages[language as "en"];
    const rows = rowsOf(report, columns.indicator);
    expect(rows).toHaveLength(analysis.benchmark!.indicators.length);
    analysis.benchmark!.indicators.forEach(({ unit }, i) => {
      const written = (unit as { [language: string]: string })[language]!;
      for (const cell of rows[i]!.slice(1, 4)) expect(cell).toContain(written);
    });
  });

  test("says of every part of the analysis what it says", () => {
    const { headings } = languages[language as "en"];
    for (const heading of Object.values(headings)) expect(report).toContain(`## ${heading}\n`);
    for (const { id } of analysis.reference.regions) expect(report).toContain(`(${id})`);
  });
});

test("the Russian report has no English sentence: every note is said in Russian", () => {
  const said = prose(toMarkdownSync(analysis, { language: "ru" }));
  for (const { message } of analysis.notes) expect(said).not.toContain(message.slice(0, 40));
});

test("numbers and dates are written as the language has it", async () => {
  const date = new Date(Date.UTC(2026, 10, 24));
  const [english, russian] = await Promise.all(
    ["en", "ru"].map((language) => toMarkdown(analysis, { language, date })),
  );
  expect(english).toContain("Report of November 24, 2026.");
  expect(english).toContain("| 84.1 years |");
  expect(english).toContain("5,492 EUR per inhabitant");
  expect(russian).toContain("Отчёт от 24 ноября 2026 г.");
  expect(russian).toContain("| 84,1 лет |");
  expect(russian).toContain("5\u00a0492 евро на жителя");
});

test("the way to replay that the report tells gives the same JSON", async () => {
  const json = toJson(analysis);
  const code = /```js\n([\s\S]*?)```/.exec(toMarkdownSync(analysis))![1]!;
  const run = new Function(
    "analyse",
    "fromJson",
    "toJson",
    "json",
    `return (async () => { ${code
      .replace(/^import.*$/m, "")
      .replace(/^toJson\(again\) === json;.*$/m, "return toJson(again);")} })();`,
  ) as (...names: unknown[]) => Promise<string>;
  expect(await run(analyse, fromJson, toJson, json)).toBe(json);
});

test("what the plan does not ask for is left out", async () => {
  const report = await toMarkdown(await analyse(table, "ES21", { reference: { count: 3 } }));
  const { headings } = languages.en;
  for (const left of [headings.certainty, headings.performance, headings.leaders, headings.types])
    expect(report).not.toContain(`## ${left}`);
});

test("a list of nobody is a report all the same", async () => {
  const report = await toMarkdown(await analyse(table, "ES21", { reference: { maxDistance: 1e-9 } }));
  expect(report.split(languages.en.noRegion)).toHaveLength(3);
  expect(prose(report)).not.toMatch(/undefined|null|NaN/);
});

test("names cannot break the document", async () => {
  const evil = "a | b <script>alert(1)</script> [x](y) *z* `c`\n# heading";
  const names = (id: string): { code: string; name: Text } => ({ code: id, name: `${id} ${evil}` });
  const hostile = makeTable(
    { x: [1, 2, 3, 4], y: [4, 3, 2, 1] },
    {
      framework: makeFramework({
        name: evil,
        indicators: [
          { id: "x", name: evil, unit: evil, source: evil },
          { id: "y", name: evil, role: "performance", direction: "higher", unit: evil },
        ],
      }),
      regions: ["A", "B", "C", "D"].map(names),
    },
  );
  const report = prose(await toMarkdown(await analyse(hostile, "A", { benchmark: {} })));
  expect(report).not.toMatch(/<script|(?<!\\)\[x|^# heading|(?<!\\)\*z/m);
  const rows = rowsOf(report, languages.en.columns.rank);
  expect(rows.map((row) => row.length)).toEqual([8, 8, 8]);
});

test("a language can be added, and words be changed", async () => {
  const own: Messages = { ...languages.en, title: (target) => `Régions de référence de ${target}` };
  const report = await toMarkdown(analysis, { language: "fr", languages: { fr: own } });
  expect(report.split("\n")[0]).toBe("# Régions de référence de País Vasco (ES21)");
  expect(report).toContain("5\u202f492");
});

test("an unknown language is refused with the known ones", async () => {
  await expect(toMarkdown(analysis, { language: "rus" })).rejects.toThrow(
    'toMarkdown.language: expected one of en, ru, got "rus". Did you mean "ru"?',
  );
});
