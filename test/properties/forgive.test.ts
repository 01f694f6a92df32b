import { readFileSync } from "node:fs";
import { DataError, type RegionTable, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/eurostat/index.js";
import fc from "../support/fast-check.js";
import { bundledText, makeFramework } from "../support/tables.js";

const ids = ["gdp_2020", "gdp_2021", "share"];
const framework = makeFramework({ indicators: ids });

/** A figure by its digits: a whole number and the digits behind the mark. */
interface Figure {
  readonly minus: boolean;
  readonly whole: number;
  readonly decimals: string;
}

const figure: fc.Arbitrary<Figure> = fc.record({
  minus: fc.boolean(),
  whole: fc.oneof(fc.nat(20), fc.nat(9_999), fc.nat(99_999_999)),
  decimals: fc.oneof(fc.constant(""), fc.stringMatching(/^\d{1,4}$/)),
});

/** Whole thousands or three decimals: what may be read in two ways. */
const thousand: fc.Arbitrary<Figure> = fc.record({
  minus: fc.boolean(),
  whole: fc.integer({ min: 1_000, max: 999_999 }),
  decimals: fc.constant(""),
});

/** The first figure of a region is never missing: a region without any is refused, forgiven or not. */
const rowsOf = (one: fc.Arbitrary<Figure>) =>
  fc.array(fc.tuple(one, fc.option(one), fc.option(one)), { minLength: 2, maxLength: 8 });
const rows = fc.oneof({ weight: 9, arbitrary: rowsOf(figure) }, { weight: 1, arbitrary: rowsOf(thousand) });

const style = fc.record({
  decimal: fc.constantFrom(".", ","),
  group: fc.constantFrom("", " ", "\u00a0", "\u202f", "\u2009", "'", "’", "mark"),
  minus: fc.constantFrom("-", "\u2212", "–"),
  flags: fc.array(fc.constantFrom("", "", " p", "b", " (u)", "*", " 1)", "¹", " bep"), {
    minLength: 1,
    maxLength: 5,
  }),
  missing: fc.array(fc.constantFrom("", ":", "..", "…", "-", "—", "n.a.", ": c", "x"), {
    minLength: 1,
    maxLength: 4,
  }),
  percent: fc.constantFrom("", "%", " %", "\u00a0%"),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  sep: fc.boolean(),
  twoRows: fc.boolean(),
  units: fc.boolean(),
  titles: fc.array(fc.constantFrom("Table 1: Accounts", "Stand 2021", "Основные показатели"), {
    maxLength: 2,
  }),
  notes: fc.array(fc.constantFrom("Source: own", "1) estimated", "* new", "Источник: свой, 2021"), {
    maxLength: 3,
  }),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  bom: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

const plain = ({ minus, whole, decimals }: Figure): string =>
  `${minus ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;

function written({ minus, whole, decimals }: Figure, { decimal, group, minus: sign }: Style): string {
  const mark = group === "mark" ? (decimal === "." ? "," : ".") : group;
  const digits = String(whole).replace(/\B(?=(?:\d{3})+$)/g, mark);
  return `${minus ? sign : ""}${digits}${decimals === "" ? "" : decimal + decimals}`;
}

/** `10¹` may be a power: the one flag that is refused, see take-apart.test.ts. */
const flagged = (text: string, flag: string): string => (text === "10" && flag === "¹" ? text : text + flag);

const strict = (table: readonly (readonly (Figure | null)[])[]): string =>
  [
    `code,${ids.join(",")}`,
    ...table.map((row, i) =>
      [`R${i + 10}`, ...row.map((cell) => (cell === null ? "" : plain(cell)))].join(","),
    ),
  ].join("\n");

function office(table: readonly (readonly (Figure | null)[])[], s: Style): string {
  const { delimiter } = s;
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
  let cell = 0;
  const next = (list: readonly string[]): string => list[cell++ % list.length]!;
  const header = s.twoRows
    ? [
        ["code", "gdp", "", "share"],
        ["", "2020", "2021", ""],
      ]
    : [["code", ...ids]];
  return [
    ...(s.sep ? [`sep=${delimiter}`] : []),
    ...s.titles.map((title) => line([title, "", "", ""])),
    ...header.map(line),
    ...(s.units ? [line(["", "EUR", "EUR", "%"])] : []),
    ...table.map((row, i) =>
      line([
        `R${i + 10}`,
        ...row.map((one, column) =>
          one === null
            ? next(s.missing)
            : flagged(written(one, s) + (column === 2 ? s.percent : ""), next(s.flags)),
        ),
      ]),
    ),
    ...s.notes.map((note) => line([note])),
  ].join(s.end);
}

/** What a reading gives: the table, or the code of the error that asks. */
function attempt(read: () => RegionTable): RegionTable | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

const columnsOf = (table: readonly (readonly (Figure | null)[])[]) =>
  Object.fromEntries(
    ids.map((id, k) => [id, table.map((row) => (row[k] === null ? null : Number(plain(row[k]!))))]),
  );

describe("a table in the style of an office", () => {
  it("has the figures that it was written from, or the error asks for the decimal mark", () => {
    const seen = { read: 0, asked: 0 };
    fc.assert(
      fc.property(rows, style, (table, s) => {
        const text = (s.bom ? "\ufeff" : "") + office(table, s);
        const read = attempt(() => readRegionsCsv(text, framework, { forgive: true }));
        seen[typeof read === "string" ? "asked" : "read"]++;
        if (typeof read === "string") expect(read).toBe("ambiguous-number");
        else expect(read.columns).toEqual(columnsOf(table));
        const told = readRegionsCsv(text, framework, { forgive: true, decimal: s.decimal as "." });
        expect(told.columns).toEqual(columnsOf(table));
      }),
      { numRuns: 2_000 },
    );
    expect(seen.read).toBeGreaterThan(5 * seen.asked);
    expect(seen.asked).toBeGreaterThan(10);
  });

  it("is the same from its bytes", async () => {
    const encodings = {
      "utf-8": (text: string) => new TextEncoder().encode(text),
      "utf-16le": (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
      "windows-1251": (text: string) => Uint8Array.from(text, (char) => single.get(char)!),
    };
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const single = new Map([...new TextDecoder("windows-1251").decode(bytes)].map((char, i) => [char, i]));
    await fc.assert(
      fc.asyncProperty(
        rows,
        style,
        fc.constantFrom(...(["utf-8", "utf-16le", "windows-1251"] as const)),
        async (table, s, encoding) => {
          const text = office(table, s);
          fc.pre(encoding !== "windows-1251" || [...text].every((char) => single.has(char)));
          const decoded = await decode(encodings[encoding](text), { encoding });
          const decimal = s.decimal as ".";
          expect(readRegionsCsv(decoded, framework, { forgive: true, decimal }).columns).toEqual(
            columnsOf(table),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what the ledger says", () => {
  it("is each cell whose text was not the plain number, once a kind, with the value in the table", () => {
    fc.assert(
      fc.property(rows, style, (table, s) => {
        const decimal = s.decimal as ".";
        const {
          ledger = [],
          columns,
          regions,
        } = readRegionsCsv(office(table, s), framework, { forgive: true, decimal });
        const row = new Map(regions.map(({ id }, i) => [id, i]));
        const touched = new Set<string>();
        for (const { code, cells } of ledger)
          for (const { region, indicator, to, line } of cells) {
            expect(line).toBeGreaterThan(0);
            if (indicator === undefined) continue;
            const at = `${code} ${region} ${indicator}`;
            expect(touched.has(at)).toBe(false);
            touched.add(at);
            expect(columns[indicator]![row.get(region!)!]).toBe(to);
          }
        expect(ledger.map(({ number }) => number)).toEqual(ledger.map((_, i) => i + 1));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a table that reads without forgiveness", () => {
  it("is the same with it where the decimal mark is given, and the same or asked for where it is not", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const text = strict(table);
        const own = readRegionsCsv(text, framework);
        expect(readRegionsCsv(text, framework, { forgive: true, decimal: "." })).toStrictEqual(own);
        const read = attempt(() => readRegionsCsv(text, framework, { forgive: true }));
        expect(read === "ambiguous-number" ? own : read).toStrictEqual(own);
      }),
      { numRuns: 1_000 },
    );
  });
});

const offices = ["german.csv", "french.tsv", "eurostat.csv"].map((file) =>
  readFileSync(new URL(`../table/offices/${file}`, import.meta.url), "utf8"),
);
const officeFramework = makeFramework({ indicators: ["population", "median_age", "gdp_hab", "emp_primary"] });
const few = bundledText("eu-nuts2", "regions.csv")
  .split("\n")
  .slice(0, 8)
  .map((line) => line.split(",").slice(0, 8).join(","))
  .join("\n");
const fewFramework = makeFramework({ indicators: ["population", "median_age"] });

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    drop: fc.nat(3),
    add: fc.oneof(
      fc.constantFrom(
        "",
        ",",
        ";",
        ".",
        "\n",
        '"',
        "-",
        " ",
        "%",
        "p",
        ":",
        "1",
        "(",
        "\t",
        "\u2212",
        "=",
        "*",
      ),
      fc.string({ maxLength: 3 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

const damage = (text: string, list: readonly { at: number; drop: number; add: string }[]): string =>
  list.reduce((left, { at, drop, add }) => {
    const i = Math.floor(at * left.length);
    return left.slice(0, i) + add + left.slice(i + drop);
  }, text);

describe("damaged files", () => {
  it("give a table or a DataError, never anything else", () => {
    const seen = { table: 0, error: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...offices), edits, (text, list) => {
        const read = attempt(() => readRegionsCsv(damage(text, list), officeFramework, { forgive: true }));
        seen[typeof read === "string" ? "error" : "table"]++;
        if (typeof read !== "string") JSON.stringify(read);
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(seen.table, seen.error)).toBeGreaterThan(1_000);
  }, 120_000);

  it("that still read without forgiveness read the same with it", () => {
    let same = 0;
    fc.assert(
      fc.property(edits, (list) => {
        const text = damage(few, list.slice(0, 1));
        const own = attempt(() => readRegionsCsv(text, fewFramework));
        if (typeof own === "string") return;
        same++;
        const options = { forgive: true, decimal: ".", delimiter: "," } as const;
        expect(readRegionsCsv(text, fewFramework, options)).toStrictEqual(own);
      }),
      { numRuns: 3_000 },
    );
    expect(same).toBeGreaterThan(150);
  });
});
