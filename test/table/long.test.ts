import { readRegionRows, readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });
const wide = readRegionsCsv("code,name,country,age,gdp\nA,Aa,X,1,2\nB,Bb,Y,,4\nC,Cc,Y,5,\n", framework);
const lines = [
  "code,name,country,indicator,value",
  "A,Aa,X,age,1",
  "A,Aa,X,gdp,2",
  "B,Bb,Y,age,",
  "B,Bb,Y,gdp,4",
  "C,Cc,Y,age,5",
];

describe("the long layout", () => {
  it("reads the table that the wide layout reads; a figure without a row is missing", () => {
    expect(readRegionsCsv(lines.join("\n"), framework, { layout: "long" })).toEqual(wide);
  });

  it("takes rows of objects too", () => {
    const [header, ...rows] = lines.map((line) => line.split(","));
    const objects = rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [header![i]!, cell])));
    expect(readRegionRows(objects, framework, { layout: "long" })).toEqual(wide);
  });

  it("does not ask for rows of one region to stand together", () => {
    const [header, ...rows] = lines;
    const order = [0, 2, 4, 3, 1];
    const shuffled = [header, ...order.map((i) => rows[i])].join("\n");
    expect(readRegionsCsv(shuffled, framework, { layout: "long" })).toEqual(wide);
  });

  it("has regions in the order of their first rows", () => {
    const reversed = [lines[0], ...lines.slice(1).reverse()].join("\n");
    const { regions } = readRegionsCsv(reversed, framework, { layout: "long" });
    expect(regions.map(({ id }) => id)).toEqual(["C", "B", "A"]);
  });

  it("finds its columns by the names that the caller maps", () => {
    const text = lines.join("\n").replace("code", "geo").replace("indicator,value", "indic_de,obs_value");
    const columns = { id: "geo", indicator: "indic_de", value: "obs_value" };
    expect(readRegionsCsv(text, framework, { layout: "long", columns })).toEqual(wide);
  });

  it("keeps text attributes, once for a region", () => {
    const text = "code,type,indicator,value\nA,x,age,1\nA,x,gdp,2\nB,,age,3\nB,,gdp,4\n";
    const { regions } = readRegionsCsv(text, framework, { layout: "long" });
    expect(regions.map(({ attributes }) => attributes)).toEqual([{ type: "x" }, { type: null }]);
  });

  it("passes over rows of empty cells", () => {
    const text = [...lines, ",,,,", ""].join("\n");
    expect(readRegionsCsv(text, framework, { layout: "long" })).toEqual(wide);
  });

  it("notes an indicator whose rows are all empty", () => {
    const text = "code,indicator,value\nA,age,1\nA,gdp,\nB,age,2\nB,gdp,:\n";
    const { notes, columns } = readRegionsCsv(text, framework, { layout: "long" });
    expect(notes.map(({ code }) => code)).toEqual(["empty-indicator"]);
    expect(columns.gdp).toEqual([null, null]);
  });
});
