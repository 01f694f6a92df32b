import { describe, expect, test } from "vitest";
import { languages } from "../../src/report/index.js";
import { readTree } from "../support/import-graph.js";

/** Notes of results that are no part of an analysis, and so of no report. */
const ELSEWHERE = [
  "another-unit",
  "beyond-range",
  "codes-without-figures",
  "codes-written-otherwise",
  "duplicate-codes",
  "exhaustive-search",
  "hubs",
  "isolated",
  "mixed-levels",
  "mixed-versions",
  "no-lens",
  "no-list",
  "no-list-without",
  "not-nuts",
  "only-in-one-vintage",
  "retired-codes",
  "too-few-years",
  "unknown-codes",
  "unstable-types",
];

/** The codes of all notes: `code: "..."` in an object, and the codes handed to `tell`; those of screening are put together. */
function codesOfNotes(): string[] {
  const codes = [...readTree("src")]
    .filter(([path]) => !/^(?:shared\/check|report\/)/.test(path))
    .flatMap(([, text]) => [
      ...text.replace(/^ *\*.*$/gm, "").matchAll(/(?:\bcode: |\btell\(\s*)"([a-z-]+)"/g),
    ])
    .map((match) => match[1]!);
  return [...new Set([...codes, "thin-indicators", "thin-regions"])].sort();
}

/** What an object of messages holds: the paths of its leaves, with what each is. */
function leavesOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

const { notes: _, presets: __, ...english } = languages.en;

describe.each(Object.keys(languages).filter((language) => language !== "en"))("%s", (language) => {
  const { notes, presets, ...rest } = languages[language as "ru"];

  test("says all that English says", () => {
    expect(leavesOf(rest).sort()).toEqual(leavesOf(english).sort());
  });

  test("has words of its own", () => {
    const texts = (value: unknown): string[] =>
      typeof value === "string"
        ? [value]
        : typeof value === "object"
          ? Object.values(value!).flatMap(texts)
          : [];
    const same = texts(rest).filter((text) => texts(english).includes(text));
    expect(same).toEqual([]);
  });

  test("says every note that an analysis can have, and the presets", () => {
    const needed = codesOfNotes().filter((code) => !ELSEWHERE.includes(code));
    expect(needed.length).toBeGreaterThan(35);
    expect(Object.keys(notes).sort()).toEqual(needed);
    expect(Object.keys(presets).sort()).toEqual(["balanced", "orkestra"]);
  });
});

test("the list of notes of other results is up to date", () => {
  expect(codesOfNotes()).toEqual(expect.arrayContaining(ELSEWHERE));
});
