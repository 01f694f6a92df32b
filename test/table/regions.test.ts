import { readRegionRows, readRegionsCsv, textIn } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age"] });
const text = [
  "code,name,name_ru,country,lat,lon,age,type,nuts1,elevation",
  "RU-TA,Tatarstan,Татарстан,RU,55.8,49.1,39,republic,,120",
  "KZ-75,Almaty,,KZ,43.2,76.9,33,city,KZ7,800",
].join("\n");

describe("columns that say who and where a region is", () => {
  it("are found by their default names", () => {
    const { regions } = readRegionsCsv(text, framework);
    expect(regions[0]).toMatchObject({
      id: "RU-TA",
      name: "Tatarstan",
      country: "RU",
      latitude: 55.8,
      longitude: 49.1,
    });
  });

  it("are found by the names that the caller maps, and the defaults then mean nothing", () => {
    const columns = { id: "name", name: "code", country: "type", latitude: "lon", longitude: "age" };
    const { regions } = readRegionsCsv(text, makeFramework({ indicators: ["lat"] }), { columns });
    expect(regions[1]).toMatchObject({
      id: "Almaty",
      name: "KZ-75",
      country: "city",
      latitude: 76.9,
      longitude: 33,
    });
    expect(regions[1]!.attributes).toMatchObject({ country: "KZ" });
  });

  it("give a name per language, with the id where a language has none", () => {
    const { regions } = readRegionsCsv(text, framework, { columns: { name: { en: "name", ru: "name_ru" } } });
    expect(regions.map(({ name }) => name)).toEqual([
      { en: "Tatarstan", ru: "Татарстан" },
      { en: "Almaty", ru: "KZ-75" },
    ]);
    expect(textIn(regions[0]!.name, "ru")).toBe("Татарстан");
  });

  it("may be absent but for the id, which then is the name", () => {
    expect(readRegionsCsv("code,age\nA,1\nB,2\n", framework).regions[0]).toEqual({
      id: "A",
      name: "A",
      country: null,
      latitude: null,
      longitude: null,
      attributes: {},
    });
  });

  it("fall back to the id where a name is empty or no language is mapped", () => {
    expect(readRegionsCsv("code,name,age\nA,,1\nB,Bb,2\n", framework).regions[0]!.name).toBe("A");
    const { regions } = readRegionsCsv("code,name,age\nA,Aa,1\nB,Bb,2\n", framework, {
      columns: { name: {} },
    });
    expect(regions[0]!.name).toBe("A");
  });

  it("take numbers for ids, countries and names in rows", () => {
    const rows = [
      { code: 1, name: 10, country: 7, age: 1 },
      { code: 2, name: 20, country: 7, age: 2 },
    ];
    expect(readRegionRows(rows, framework).regions[0]).toMatchObject({ id: "1", name: "10", country: "7" });
  });

  it("read latitude and longitude with the decimal mark and the missing tokens", () => {
    const { regions } = readRegionsCsv("code;lat;lon;age\nA;-90;180;1\nB;1,5;:;2\n", framework, {
      delimiter: ";",
      decimal: ",",
    });
    expect(regions.map(({ latitude, longitude }) => [latitude, longitude])).toEqual([
      [-90, 180],
      [1.5, null],
    ]);
  });
});

describe("other columns", () => {
  it("are kept as attributes, as text, null where empty", () => {
    expect(readRegionsCsv(text, framework).regions.map(({ attributes }) => attributes)).toEqual([
      { name_ru: "Татарстан", type: "republic", nuts1: null, elevation: "120" },
      { name_ru: null, type: "city", nuts1: "KZ7", elevation: "800" },
    ]);
  });

  it("keep numbers and booleans of rows, and take anything else for missing", () => {
    const rows = [
      { code: "A", age: 1, capital: true, rank: 3, list: [1], when: new Date(0) },
      { code: "B", age: 2, capital: false, rank: null },
    ];
    expect(readRegionRows(rows, framework).regions.map(({ attributes }) => attributes)).toEqual([
      { capital: true, rank: 3, list: null, when: null },
      { capital: false, rank: null, list: null, when: null },
    ]);
  });

  it("are noted when they hold numbers only, for an indicator may be meant", () => {
    const { notes } = readRegionsCsv(text, framework);
    expect(notes).toEqual([
      {
        code: "numbers-kept-as-attributes",
        columns: ["elevation"],
        message: "Numbers that are no indicators of the framework were kept as attributes: elevation.",
      },
    ]);
  });

  it("are not noted when they are empty or hold a text", () => {
    const { notes } = readRegionsCsv("code,age,a,b\nA,1,,1\nB,2,,x\n", framework);
    expect(notes).toEqual([]);
  });
});
