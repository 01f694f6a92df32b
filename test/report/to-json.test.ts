import { type Analysis, analyse, DataError, fromJson, toJson } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { bundledTable } from "../support/tables.js";

const table = bundledTable("eu-nuts2");
const plain = await analyse(table, "ES21", { reference: { count: 5 } });
const full = await analyse(table, "ITH2", {
  reference: { count: 5, exclude: { sameCountry: true } },
  typology: { method: "ward", k: 5 },
  sensitivity: { draws: 20, lists: 5 },
  benchmark: {},
});

describe("fromJson", () => {
  it.each([
    ["with a list alone", plain],
    ["with types, certainty and performance", full],
  ])("gives back the analysis that toJson wrote, %s", (_, analysis) => {
    expect(fromJson(toJson(analysis))).toStrictEqual(analysis);
  });

  it("is replayed by its recipe to the same document, byte for byte", async () => {
    const { recipe } = fromJson(toJson(full));
    expect(toJson(await analyse(table, recipe.target!, recipe.plan))).toBe(toJson(full));
  });

  it("refuses text that is no JSON, with what came", () => {
    expect(() => fromJson("{ no json")).toThrow('fromJson: expected a JSON document, got "{ no json" (');
    expect(() => fromJson("{")).toThrow(DataError);
  });

  it.each(["[]", "null", '"text"', "7"])("refuses %s, which is no analysis", (text) => {
    expect(() => fromJson(text)).toThrow("fromJson: expected an analysis as toJson writes it, got ");
  });

  it("refuses another version, and none", () => {
    const { schemaVersion: _, ...rest } = JSON.parse(toJson(plain)) as Analysis;
    expect(() => fromJson(JSON.stringify(rest))).toThrow("expected schemaVersion 1, got nothing.");
    expect(() => fromJson(JSON.stringify({ ...rest, schemaVersion: 2 }))).toThrow(
      "expected schemaVersion 1, got 2. Read it with the version of the package that wrote it.",
    );
  });

  it("names every part that is missing", () => {
    const { reference: _, notes: __, ...rest } = plain;
    const text = JSON.stringify(rest);
    expect(errorOf(() => fromJson(text)).issues.map(({ path }) => path)).toEqual([
      "fromJson.reference",
      "fromJson.notes",
    ]);
  });
});
