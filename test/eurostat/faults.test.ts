import { DataError } from "reference-regions";
import { describe, expect, test } from "vitest";
import { readEurostatTsv, readJsonStat, readSdmxCsv } from "../../src/eurostat/index.js";

function messages(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof DataError) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("readEurostatTsv reads", () => {
  const of = (text: string) =>
    readEurostatTsv(text).observations.map(({ geo, time, value, flag }) => [geo, time, value, flag]);

  test("flags in every spelling, and leaves out what says nothing", () => {
    const cells = ["12.3 e", ":", ": c", ":u", "-4bep", "0n", ": ", ".5 ", "1e-3 p", "7 p@C", ": @C", "0"];
    const header = `unit,geo\\time\t${cells.map((_, i) => 2020 - i).join(" \t")} `;
    expect(of(`${header}\r\nPC,AT\t${cells.join("\t")}\r\n`)).toEqual([
      ["AT", "2020", 12.3, "e"],
      ["AT", "2018", null, "c"],
      ["AT", "2017", null, "u"],
      ["AT", "2016", -4, "bep"],
      ["AT", "2015", 0, "n"],
      ["AT", "2013", 0.5, null],
      ["AT", "2012", 0.001, "p"],
      ["AT", "2011", 7, "p@C"],
      ["AT", "2010", null, "@C"],
      ["AT", "2009", 0, null],
    ]);
  });

  test("numbers to the last digit", () => {
    const numbers = [
      "0.1",
      "33464.55",
      "-0.3",
      "123456789012345",
      "1234567890123456789",
      "4.35",
      "-0",
      "12.",
    ];
    const header = `geo\\time\t${numbers.map((_, i) => 2000 + i).join("\t")}`;
    expect(of(`${header}\nAT\t${numbers.join("\t")}`).map((one) => one[2])).toEqual([
      0.1, 33464.55, -0.3, 123456789012345, 1234567890123456800, 4.35, 0, 12,
    ]);
  });

  test("both generations, regions across, a byte order mark, old line ends", () => {
    const keys = { unit: "PC" };
    const expected = [{ geo: "AT", time: "2020", value: 1, flag: null, keys }];
    expect(readEurostatTsv("\ufeffunit,geo\\time\t2020\nPC,AT\t1").observations).toEqual(expected);
    expect(readEurostatTsv("unit,time\\geo\tAT\rPC,2020\t1\r").observations).toEqual(expected);
    expect(readEurostatTsv("freq,unit,geo\\TIME_PERIOD\t2020 \nA,PC,AT\t1 \n").dimensions).toEqual([
      "freq",
      "unit",
    ]);
  });
});

describe("readEurostatTsv refuses", () => {
  test.each<[string, string, readonly string[]]>([
    ["an empty file", "\n", ["expected a header and one line a series, got an empty file."]],
    [
      "another format",
      "geo,time,value\n",
      [
        'line 1: expected a header that begins like freq,unit,geo\\TIME_PERIOD, got "geo,time,value". Take the TSV file of Eurostat\'s bulk download; readSdmxCsv and readJsonStat read the other forms.',
      ],
    ],
    [
      "a header without regions and with a period twice",
      "unit,nace\\time\t2020\t2020\n",
      [
        'line 1: expected a dimension "geo" or "REF_AREA", got "unit, nace, time". Take a table by region, or rename the dimension that holds the regions.',
        "line 1, column 2020: expected each column once, got it twice.",
      ],
    ],
    [
      "cells and rows, all at once",
      "unit,geo\\time\t2019\t2020\nPC,AT\t1,5\t2 x1\nPC,BE\t1\nPC,CZ\t1\t2\t3\nDE\t1\t2\nPC,\t1\t2\nPC,AT\t1\t2\n",
      [
        'line 2, column 2019 (AT): expected a number with flags behind it, or ":", got "1,5". Mend the cell.',
        'line 2, column 2020 (AT): expected a number with flags behind it, or ":", got "2 x1". Mend the cell.',
        "line 3: expected 2 cells behind the codes, got 1. Look for a tab that is missing or too many, or a file that was cut off.",
        "line 4: expected 2 cells behind the codes, got 3. Look for a tab that is missing or too many, or a file that was cut off.",
        'line 5: expected 2 codes with commas between, got "DE". Look for a code or a tab that is missing.',
        "line 6: expected a code, got nothing. Fill the cell or remove the row.",
        'line 7: expected each series once, got "PC,AT" on line 2 as well. Remove one of the two.',
      ],
    ],
    [
      "a number that is too large",
      "geo\\time\t2020\nAT\t1e200\n",
      [
        'line 2, column 2020 (AT): expected a number with flags behind it, or ":", got "1e200". Mend the cell.',
      ],
    ],
    [
      "text of another encoding",
      "unit,geo\\time\t2020\n\ufffd,AT\t1\n",
      ['line 2: expected a code, got "\ufffd". Decode the file with its own encoding, or mend the code.'],
    ],
    [
      "names that JavaScript reserves",
      "__proto__,geo\\time\t2020\nA,AT\t1\n",
      [
        'line 1: expected the name of a dimension, got "__proto__", which JavaScript reserves on every object. Rename it.',
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(messages(() => readEurostatTsv(text))).toEqual(expected);
  });

  test("bytes, and stops after a thousand problems", () => {
    expect(messages(() => readEurostatTsv(new Uint8Array(1) as never))).toEqual([
      'expected the text of a TSV file, got {"0":0}. Decode bytes first: await decode(bytes).',
    ]);
    const rows = Array.from({ length: 2000 }, (_, i) => `R${i}\tx`).join("\n");
    expect(messages(() => readEurostatTsv(`geo\\time\t2020\n${rows}`))).toHaveLength(1001);
  });
});

describe("readSdmxCsv reads", () => {
  const expected = [
    { geo: "AT", time: "2020", value: 1.5, flag: "p", keys: { freq: "A", unit: "PC" } },
    { geo: "BE", time: "2020", value: null, flag: "@C", keys: { freq: "A", unit: "PC" } },
  ];

  test.each([
    [
      "codes alone",
      "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\nX,,A,PC,AT,2020,1.5,p,\nX,,A,PC,BE,2020,,,C\nX,,A,PC,CZ,2020,,,\n",
    ],
    [
      "labels behind the codes",
      'DATAFLOW,LAST UPDATE,freq: Time frequency,unit: Unit of measure,geo: Geopolitical entity,TIME_PERIOD: Time,OBS_VALUE: Observation value,OBS_FLAG: Flag,CONF_STATUS: Confidentiality\nX: Some data,,A: Annual,"PC: Percentage, all",AT: Austria,2020: 2020,1.5,p: provisional,\nX: Some data,,A: Annual,"PC: Percentage, all",BE: Belgium,2020: 2020,,,C: confidential\n',
    ],
    [
      "labels in columns of their own, of version 2.0",
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,unit,Unit of measure,geo,Geopolitical entity (reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation status (Flag),CONF_STATUS,Confidentiality status (flag)\ndataflow,X,Some data,A,Annual,PC,"Percentage, all",AT,Austria,2020,,1.5,,p,provisional,,\ndataflow,X,Some data,A,Annual,PC,"Percentage, all",BE,Belgium,2020,,,,,,C,confidential\n',
    ],
    [
      "the mark of lists in cells",
      "STRUCTURE[;],STRUCTURE_ID,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\ndataflow,X,A,PC,AT,2020,1.5,p,\ndataflow,X,A,PC,BE,2020,:,,C\n",
    ],
    [
      "what other offices call the place, and attributes in small letters",
      "DATAFLOW,freq,unit,REF_AREA,TIME_PERIOD,OBS_VALUE,unit_mult,OBS_STATUS,CONF_STATUS\nX,A,PC,AT,2020,1.5,0,p,\nX,A,PC,BE,2020,,0,,C\n",
    ],
    [
      "semicolons, and what version 2.0 adds",
      "STRUCTURE;STRUCTURE_ID;ACTION;freq;unit;geo;TIME_PERIOD;OBS_VALUE;OBS_STATUS;CONF_STATUS\ndataflow;X;I;A;PC;AT;2020;1.5;p;\ndataflow;X;I;A;PC;BE;2020;NaN;;C\n",
    ],
  ])("%s", (_, text) => {
    expect(readSdmxCsv(text)).toEqual({ dimensions: ["freq", "unit"], observations: expected });
  });
});

describe("readSdmxCsv refuses", () => {
  const head = "DATAFLOW,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n";
  test.each<[string, string, readonly string[]]>([
    ["an empty file", "", ["expected a header and one line an observation, got an empty file."]],
    [
      "a file without values",
      "geo,TIME_PERIOD\n",
      [
        'line 1, column OBS_VALUE: expected a column "OBS_VALUE", got "geo,TIME_PERIOD". Take the data set as SDMX-CSV.',
      ],
    ],
    [
      "a file without regions",
      "DATAFLOW,unit,TIME_PERIOD,OBS_VALUE\n",
      [
        'line 1: expected a dimension "geo" or "REF_AREA", got "unit, TIME_PERIOD". Take a table by region, or rename the dimension that holds the regions.',
      ],
    ],
    [
      "cells and rows, all at once",
      `${head}X,PC,AT,2020,1;5,\nX,PC,BE,2020,1,12\nX,PC,CZ,2020,1\nX,PC,,2020,1,\nX,PC,DE,2020,1,\nX,PC,DE,2020,2,\n`,
      [
        'line 2, column OBS_VALUE (AT): expected a number, got "1;5". Mend the cell.',
        'line 3, column OBS_FLAG (BE): expected the letters of a flag, got "12". Mend the cell.',
        "line 4: expected 6 cells, got 5. Look for a delimiter or a quote that is missing or too many.",
        "line 5, column geo: expected a code, got nothing. Fill the cell or remove the row.",
        'line 7, column OBS_VALUE (DE): expected each observation once, got "PC,DE,2020" again.',
      ],
    ],
    [
      "rows that are to be deleted",
      "ACTION,geo,TIME_PERIOD,OBS_VALUE\nD,AT,2020,1\n",
      [
        "line 2, column ACTION (AT): expected rows to be read, got one to be deleted. Take the whole data set, not its changes.",
      ],
    ],
    [
      "an open quote",
      `${head}X,"PC,AT,2020,1,\n`,
      [
        "line 2: expected a closing quote in the row that begins here, got the end of the file. Close the quote.",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(messages(() => readSdmxCsv(text))).toEqual(expected);
  });
});

const cube = {
  version: "2.0",
  class: "dataset",
  id: ["unit", "geo", "time"],
  size: [1, 2, 2],
  dimension: {
    unit: { category: { label: { PC: "Percentage" } } },
    geo: { category: { index: { BE: 1, AT: 0 } } },
    time: { category: { index: ["2020", "2021"] } },
  },
  value: [1, null, 3.5, 4] as unknown,
  status: undefined as unknown,
};

describe("readJsonStat reads", () => {
  const flags = (status: unknown) => readJsonStat({ ...cube, status }).observations.map(({ flag }) => flag);

  test("values as a list or an object, and text in place of a document", () => {
    const read = readJsonStat(cube);
    expect(read.observations.map(({ geo, time, value }) => [geo, time, value])).toEqual([
      ["AT", "2020", 1],
      ["BE", "2020", 3.5],
      ["BE", "2021", 4],
    ]);
    expect(readJsonStat({ ...cube, value: { 0: 1, 2: 3.5, 3: 4 } })).toEqual(read);
    expect(readJsonStat(JSON.stringify(cube))).toEqual(read);
  });

  test("status as a list, an object, or one text", () => {
    expect(flags(["p", "c", null, ""])).toEqual(["p", "c", null, null]);
    expect(flags({ 0: "p", 1: "c" })).toEqual(["p", "c", null, null]);
    expect(flags("e")).toEqual(["e", "e", "e"]);
  });

  test("place and time by their roles", () => {
    const { unit, geo, time } = cube.dimension;
    const renamed = {
      ...cube,
      id: ["unit", "region", "year"],
      dimension: { unit, region: geo, year: time },
      role: { geo: ["region"], time: ["year"], metric: ["unit"] },
    };
    expect(readJsonStat(renamed)).toEqual(readJsonStat(cube));
  });
});

describe("readJsonStat refuses", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["a number", 1, ["expected a JSON-stat data set, got 1. Take the data set as JSON-stat 2.0."]],
    [
      "what the interface answers in place of data",
      { error: [{ status: 400, label: "Invalid value" }] },
      ['expected a JSON-stat data set, got an error: [{"status":400,"label":"Invalid value"}].'],
    ],
    [
      "a collection",
      { class: "collection" },
      ['class: expected "dataset", got "collection". Take the data set as JSON-stat 2.0.'],
    ],
    [
      "an older version",
      { ...cube, version: "1.3" },
      ['version: expected "2.0", got "1.3". Take the data set as JSON-stat 2.0.'],
    ],
    ["no dimensions", { ...cube, id: [] }, ["id: expected the names of dimensions, got []."]],
    ["sizes that are none", { ...cube, size: [1, 2] }, ["size: expected 3 whole numbers, got [1,2]."]],
    [
      "codes that do not agree with the size",
      { ...cube, size: [1, 3, 2] },
      [
        'dimension.geo.category.index: expected 3 codes, each with a position of its own from 0 on, got {"BE":1,"AT":0}.',
      ],
    ],
    [
      "a list that was cut off",
      { ...cube, value: [1] },
      ["value: expected 4 cells, the product of size, got 1. Look whether the document was cut off."],
    ],
    [
      "a cell outside the cube",
      { ...cube, value: { 0: 1, 9: 3 } },
      ['value[9]: expected the position of a cell from 0 to 3, got "9".'],
    ],
    [
      "values and flags that are none",
      { ...cube, value: [1, "x", true, 1e200], status: { 0: 5 } },
      [
        "status[0]: expected the letters of a flag, got 5.",
        'value[1]: expected a number or null, got "x". Mend the cell.',
        "value[2]: expected a number or null, got true. Mend the cell.",
        "value[3]: expected a number or null, got 1e+200. Mend the cell.",
      ],
    ],
  ])("%s", (_, json, expected) => {
    expect(messages(() => readJsonStat(json))).toEqual(expected);
  });

  test("text that is no JSON", () => {
    expect(messages(() => readJsonStat("{"))[0]).toMatch(
      /^expected JSON, got what cannot be parsed: .* Look whether the file was cut off\.$/,
    );
  });
});
