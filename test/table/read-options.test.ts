import { layouts, readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { readChoices } from "../../src/table/read-options.js";
import { messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

describe("readChoices", () => {
  it("fills in the documented defaults", () => {
    expect(readChoices(undefined, "read")).toEqual({
      layout: "wide",
      decimal: ".",
      delimiter: ",",
      forgive: false,
      given: new Set(),
      missing: new Set(["", ":", "NA", "n/a"]),
      leastRegions: 2,
      mapped: new Set(),
      columns: {
        id: "code",
        name: "name",
        country: "country",
        latitude: "lat",
        longitude: "lon",
        indicator: "indicator",
        value: "value",
      },
    });
  });

  it("takes undefined for not given", () => {
    const options = { layout: undefined, columns: { id: undefined }, missing: undefined };
    expect(readChoices(options, "read")).toEqual(readChoices({ columns: {} }, "read"));
  });

  it("remembers the columns that the caller mapped, for these must exist", () => {
    const columns = { id: "geo", name: { en: "label", ru: "label_ru" } };
    expect(readChoices({ columns }, "read").mapped).toEqual(new Set(["geo", "label", "label_ru"]));
  });

  it("remembers the options that the caller gave, for these hold when a file is forgiven", () => {
    const options = { decimal: ".", delimiter: undefined, forgive: true } as const;
    expect(readChoices(options, "read").given).toEqual(new Set(["decimal", "forgive"]));
  });

  it("trims missing tokens, as cells are", () => {
    expect(readChoices({ missing: [" .. ", "-"] }, "read").missing).toEqual(new Set(["..", "-"]));
  });

  it("takes any one character as delimiter but quotes and line ends", () => {
    for (const delimiter of [";", "\t", " ", "|", "¦"])
      expect(readChoices({ delimiter }, "read").delimiter).toBe(delimiter);
    for (const delimiter of ["", ";;", '"', "\n", "\r"])
      expect(messagesOf(() => readChoices({ delimiter }, "read"))).toEqual([
        `read.delimiter: expected one character that is no quote and no line end, got ${JSON.stringify(delimiter)}.`,
      ]);
  });

  it("knows the layouts that are exported", () => {
    for (const layout of layouts) expect(readChoices({ layout }, "read").layout).toBe(layout);
  });
});

describe("options of the readers", () => {
  const framework = makeFramework({ indicators: ["age"] });
  const options = {
    delimeter: ";",
    columns: { idd: "x", id: "" },
    layout: "widee",
    decimal: ";",
    missing: "NA",
  };

  it.each([
    ["readRegionsCsv", () => readRegionsCsv("", framework, options as never)],
    ["readRegionRows", () => readRegionRows([], framework, options as never)],
  ])("of %s are checked before the data, all at once", (name, run) => {
    expect(messagesOf(run)).toEqual([
      `${name}.columns.id: expected a text of at least 1 character, got "".`,
      `${name}.columns: unknown key "idd". Did you mean "id"?`,
      `${name}.layout: expected one of "wide", "long", got "widee". Did you mean "wide"?`,
      `${name}.decimal: expected one of ".", ",", got ";". Did you mean "."?`,
      `${name}.missing: expected a list, got "NA".`,
      `${name}: unknown key "delimeter". Did you mean "delimiter"?`,
    ]);
  });
});
