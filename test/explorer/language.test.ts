import { closenessWords, metrics, normalisations } from "reference-regions";
import { describe, expect, test } from "vitest";
import { catalogues } from "../../src/explorer/language/catalogues.js";
import { panels } from "../../src/explorer/model/view.js";
import { languages } from "../../src/report/index.js";

/** The keys of a catalogue, those inside it too. */
function keysOf(words: object, before = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${before}${key}.`) : [`${before}${key}`],
  );
}

test("every language says the same things", () => {
  expect(keysOf(catalogues.ru).sort()).toEqual(keysOf(catalogues.en).sort());
});

test("a report can be written in every language of the page", () => {
  expect(Object.keys(languages)).toEqual(expect.arrayContaining(Object.keys(catalogues)));
});

describe.each(Object.entries(catalogues))("%s", (language, words) => {
  test("has words for every choice", () => {
    expect(Object.keys(words.metrics)).toEqual([...metrics]);
    expect(Object.keys(words.normalisations)).toEqual([...normalisations]);
    expect(Object.keys(words.panels)).toEqual([...panels]);
    expect(Object.keys(languages[language as "en"].closeness)).toEqual([...closenessWords]);
  });

  test("leaves nothing empty, and English nowhere else", () => {
    for (const key of keysOf(words)) {
      const value = key
        .split(".")
        .reduce((of, part) => (of as Record<string, unknown>)[part], words as unknown);
      const text = typeof value === "function" ? value(3, 4) : value;
      expect(text, key).toMatch(/\S/);
      if (language === "ru") expect(text, key).toMatch(/[а-я]|MAD|min-max/i);
    }
  });
});
