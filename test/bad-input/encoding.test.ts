import { readRegionsCsv } from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf, messagesOf } from "../support/problems.js";
import { makeFramework } from "../support/tables.js";

const framework = makeFramework({ indicators: ["age", "gdp"] });
const text = "code,name,age,gdp\nES61,Málaga,1,2\nES62,Murcia,2,3\nES63,Córdoba,3,4\n";

/** The bytes of a text in a one-byte encoding whose letters above 127 are those of Unicode, read as UTF-8. */
const latin1AsUtf8 = (value: string) =>
  new TextDecoder("utf-8").decode(Uint8Array.from(value, (letter) => letter.charCodeAt(0)));

const advice = (encoding: string) =>
  `bytes of another encoding (Latin-1, Windows-1251, UTF-16) were read as UTF-8. Decode the file with its own encoding, e.g. new TextDecoder("${encoding}").`;

describe("bytes of another encoding read as UTF-8", () => {
  it("are named by line and word when they are Latin-1", () => {
    const error = errorOf(() => readRegionsCsv(latin1AsUtf8(text), framework));
    expect(error.code).toBe("wrong-encoding");
    expect(error.issues.map(({ message }) => message)).toEqual([
      `line 2: expected UTF-8 text, got "M\ufffdlaga": ${advice("windows-1252")}`,
      `line 4: expected UTF-8 text, got "C\ufffdrdoba": ${advice("windows-1252")}`,
    ]);
  });

  it("are found in a header too", () => {
    const spoilt = latin1AsUtf8("code,año,age,gdp\nA,1,1,2\nB,1,2,3\n");
    expect(messagesOf(() => readRegionsCsv(spoilt, framework))).toEqual([
      `line 1: expected UTF-8 text, got "a\ufffdo": ${advice("windows-1252")}`,
    ]);
  });

  it("are answered with UTF-16 when every other byte is zero", () => {
    const spoilt = new TextDecoder("utf-8").decode(Uint8Array.from("c\0o\0d\0e\0", (c) => c.charCodeAt(0)));
    expect(messagesOf(() => readRegionsCsv(spoilt, framework))).toEqual([
      `line 1: expected UTF-8 text, got "c\\u0000o\\u0000d\\u0000e\\u0000": ${advice("utf-16le")}`,
    ]);
  });

  it("have their lines counted by every kind of line end", () => {
    const spoilt = latin1AsUtf8(text).replace("\n", "\r").replace("\n", "\r\n");
    expect(errorOf(() => readRegionsCsv(spoilt, framework)).issues.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("are read once they are decoded as what they are", () => {
    const decoded = new TextDecoder("windows-1252").decode(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    expect(readRegionsCsv(decoded, framework).regions.map(({ name }) => name)).toEqual([
      "Málaga",
      "Murcia",
      "Córdoba",
    ]);
  });
});
