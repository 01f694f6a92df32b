/** How the bytes of a text were found to be encoded; `"ambiguous"` where two readings are as likely. */
export type FoundEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "windows-1252" | "ambiguous";

/** A share of the bytes above which NUL bytes mean two bytes a letter. */
const SHARE_OF_NULS = 0.2;

/** Finds the encoding: by a byte order mark, by NUL bytes, by the strict rules of UTF-8, or by how letters stand together. */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const nuls = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) nuls[i % 2]! += 1;
  const enough = (SHARE_OF_NULS * bytes.length) / 2;
  if (nuls[1]! > enough && nuls[1]! > 4 * nuls[0]!) return "utf-16le";
  if (nuls[0]! > enough && nuls[0]! > 4 * nuls[1]!) return "utf-16be";
  if (isUtf8(bytes)) return "utf-8";
  return ofOneByte(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How many more words of one kind there must be than of the other for the encoding to be told. */
const CLEAR = 4;

/**
 * Tells Cyrillic from Western text by its words. Of a Cyrillic word every letter is above 127; of a Western word few are, and plain
 * letters stand beside them. Signs alone (`°`, `§`, dashes) are the same in both, or no words.
 */
function ofOneByte(bytes: Uint8Array): "windows-1251" | "windows-1252" | "ambiguous" {
  let cyrillic = 0;
  let western = 0;
  let doubtful = 0;
  let high = 0;
  let plain = 0;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0x20;
    if (isHighLetter(byte)) high += 1;
    else if (isPlainLetter(byte)) plain += 1;
    else {
      if (high > 0) {
        if (plain === 0 && high > 1) cyrillic += 1;
        else if (plain > high) western += 1;
        else doubtful += 1;
      }
      high = 0;
      plain = 0;
    }
  }
  if (cyrillic > CLEAR * (western + doubtful)) return "windows-1251";
  if (western > CLEAR * (cyrillic + doubtful)) return "windows-1252";
  if (cyrillic + western + doubtful > 0) return "ambiguous";
  return sameInBoth(bytes) ? "windows-1252" : "ambiguous";
}

/** The letters of both encodings from 0xC0 on, and Ё and ё, which stand apart. */
function isHighLetter(byte: number): boolean {
  return byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
}

function isPlainLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function sameInBoth(bytes: Uint8Array): boolean {
  const signs = bytes.filter((byte) => byte > 0x7f);
  return new TextDecoder("windows-1251").decode(signs) === new TextDecoder("windows-1252").decode(signs);
}
