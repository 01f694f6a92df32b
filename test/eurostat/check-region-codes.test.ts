import { describe, expect, test } from "vitest";
import { type Correspondence, checkRegionCodes } from "../../src/eurostat/index.js";
import { versionsOf } from "../../src/eurostat/nuts-versions.js";
import { realData, realText } from "./samples.js";

const old = { fromVersion: "2016", toVersion: "2021", area: null, population: null };
const correspondence: Correspondence = [
  { ...old, from: "HR04", to: "HR02" },
  { ...old, from: "HR04", to: "HR05" },
  { ...old, from: "HR03", to: "HR03" },
];

describe("checkRegionCodes", () => {
  test("knows level, country and likely version", () => {
    const { codes, level, version, versions, notes } = checkRegionCodes(["HR04", "FRB0", "ES21"]);
    expect(codes.map(({ country }) => country)).toEqual(["HR", "FR", "ES"]);
    expect({ level, version, versions, notes }).toEqual({
      level: 2,
      version: "2016",
      versions: ["2016"],
      notes: [],
    });
  });

  test.each([
    [["AT"], 0],
    [["AT1"], 1],
    [["AT11"], 2],
    [["AT112", "ESZZZ"], 3],
    [["EU27_2020"], null],
  ] as const)("%s is of level %s", (ids, level) => {
    expect(checkRegionCodes(ids).level).toBe(level);
  });

  test.each<[string, readonly string[], string, string]>([
    ["Greece and the United Kingdom", ["GR30", "GB"], "codes-written-otherwise", "GR30 (EL30), GB (UK)"],
    ["codes of other kinds", ["ES21", "EU27_2020", "RU16", "es21"], "not-nuts", "EU27_2020, RU16, es21"],
    [
      "codes that are doubled",
      ["ES21", "ES22", "ES21", "ES21"],
      "duplicate-codes",
      "There more than once: ES21.",
    ],
    [
      "mixed levels",
      ["ES", "ES2", "ES21", "ES22"],
      "mixed-levels",
      "1 of level 0, 1 of level 1, 2 of level 2",
    ],
    [
      "mixed versions",
      ["FR21", "ES21", "HR05"],
      "mixed-versions",
      "FR21 went after 2013, HR05 came with 2021",
    ],
  ])("names %s", (_, ids, code, words) => {
    const note = checkRegionCodes(ids).notes.find((one) => one.code === code);
    expect(note?.message).toContain(words);
  });

  test("names retired codes, their successors, and codes that nobody knows, where there is a correspondence", () => {
    const { codes, version, notes } = checkRegionCodes(["HR04", "HR30"], correspondence);
    expect(codes[0]).toMatchObject({ versions: ["2016"], successors: ["HR02", "HR05"] });
    expect(version).toBe("2016");
    expect(notes.map(({ message }) => message)).toEqual([
      "Retired codes: HR04 (now HR02, HR05). Move the table with recodeRegions.",
      'Not in the correspondence: HR30. Did you mean "HR03"?',
    ]);
  });

  test("takes no codes, and refuses what is no list", () => {
    expect(checkRegionCodes([])).toEqual({ codes: [], level: null, versions: [], version: null, notes: [] });
    expect(() => checkRegionCodes("ES21" as never)).toThrow("expected a list of region codes");
  });
});

test.skipIf(realData === null)("the versions that codes tell agree with the real lists of codes", () => {
  const [header, ...rows] = realText("nuts-changes.csv")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const years = header!
    .filter((name) => name.startsWith("code_"))
    .map((name) => name.slice(5))
    .filter((year) => year > "1999");
  const wrong = years.flatMap((year) => {
    const at = header!.indexOf(`code_${year}`);
    const codes = rows.filter((row) => /^nuts_level_[12]$/.test(row[0]!)).map((row) => row[at]!);
    const regular = codes.filter((code) => /^[A-Z]{2}[0-9A-Y][0-9A-Y]?$/.test(code));
    return regular.filter((code) => !versionsOf(code).includes(year)).map((code) => `${code} of ${year}`);
  });
  expect(wrong).toEqual([]);
});
