import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Decoded, decode } from "../../src/eurostat/index.js";

const bytesOf = (text: string, map: (code: number) => number[]) =>
  new Uint8Array([...text].flatMap((letter) => map(letter.codePointAt(0)!)));
const utf16le = (text: string) => bytesOf(text, (code) => [code & 255, code >> 8]);
const utf16be = (text: string) => bytesOf(text, (code) => [code >> 8, code & 255]);
const latin1 = (text: string) => bytesOf(text, (code) => [code]);
/** Cyrillic letters from U+0410 lie in one run; Ё and ё apart. */
const cp1251 = (text: string) =>
  bytesOf(text, (code) => [
    code === 0x401 ? 0xa8 : code === 0x451 ? 0xb8 : code >= 0x410 ? code - 0x350 : code,
  ]);
const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array) {
  const found: Decoded[] = [];
  const text = await decode(bytes, { onFound: (one) => found.push(one) });
  return { text, ...found[0]! };
}

const western = "code;name\nES21;País Vasco\nDE21;München\nAT;Österreich\n";
const cyrillic = "код;название\nRU16;Татарстан\nRU92;Казань и Ёлкино\n";

describe("decode finds", () => {
  test.each([
    ["utf-8", utf8(western), western],
    ["utf-8", utf8(`\ufeff${cyrillic}`), cyrillic],
    ["utf-16le", utf16le(`\ufeff${cyrillic}`), cyrillic],
    ["utf-16be", utf16be(`\ufeff${western}`), western],
    ["utf-16le", utf16le(western), western],
    ["utf-16be", utf16be(western), western],
    ["windows-1251", cp1251(cyrillic), cyrillic],
    ["windows-1252", latin1(western), western],
    ["windows-1252", new Uint8Array([0x31, 0x20, 0xb0, 0x43]), "1 °C"],
    ["utf-8", new Uint8Array(), ""],
  ])("%s (%#)", async (encoding, bytes, text) => {
    expect(await read(bytes)).toEqual({ text, encoding, gzip: false });
  });

  test("what gzip holds", async () => {
    expect(await read(new Uint8Array(gzipSync(cp1251(cyrillic))))).toEqual({
      text: cyrillic,
      encoding: "windows-1251",
      gzip: true,
    });
  });
});

describe("decode takes", () => {
  test("an encoding that is named, by any of its names", async () => {
    expect(await decode(latin1("Å"), { encoding: "latin1" })).toBe("Å");
    expect(await decode(new Uint8Array([0xa3, 0xf3, 0x64, 0x9f]), { encoding: "windows-1250" })).toBe("Łódź");
  });

  test("an ArrayBuffer", async () => {
    expect(await decode(utf8("a").buffer as ArrayBuffer)).toBe("a");
  });
});

describe("decode refuses", () => {
  test.each([
    [
      "bytes that may be either",
      new Uint8Array([0xc5, 0x20, 0xe9, 0x74]),
      "ambiguous-encoding",
      'got some that may be Windows-1251 ("Е йt") or Windows-1252 ("Å ét")',
    ],
    [
      "a gzip file that was cut off",
      new Uint8Array(gzipSync("abc")).slice(0, 15),
      "unreadable-gzip",
      "Download it again",
    ],
    ["a ZIP file", utf8("PK\u0003\u0004rest"), "zip-file", "save the sheet as CSV"],
  ])("%s", async (_, bytes, code, words) => {
    const error = await decode(bytes).catch((caught) => caught);
    expect(error).toMatchObject({ name: "DataError", code });
    expect(error.message).toContain(words);
  });

  test("text, unknown encodings and bytes that are not of the encoding named", async () => {
    await expect(decode("a" as never)).rejects.toMatchObject({ code: "not-bytes" });
    await expect(decode(utf8("a"), { encoding: "cp-none" })).rejects.toMatchObject({
      name: "OptionsError",
      code: "unknown-encoding",
    });
    await expect(decode(latin1("é"), { encoding: "utf-8" })).rejects.toMatchObject({
      code: "wrong-encoding",
    });
  });
});
