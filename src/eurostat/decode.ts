import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { type DecodeOptions, decodeOptionsSchema } from "./decode-options.js";
import { findEncoding } from "./encodings.js";
import { dataError } from "./faults.js";
import { gunzip, isGzip } from "./gunzip.js";

/**
 * Makes text of the bytes of a file, whatever its encoding: UTF-8 or UTF-16 (with a byte order mark or without), Windows-1251, or
 * Windows-1252, which holds Latin-1. Files packed with gzip (`.gz`) are unpacked first.
 *
 * Nothing is guessed: where Cyrillic and Western text are both possible, the error shows the two readings and asks. Encodings of
 * Central Europe (Windows-1250, Latin-2) cannot be told from Windows-1252 by rule, and must be named.
 *
 * @param bytes The bytes, as `readFile` or `fetch` give them.
 * @param options The encoding where it is known, and a function that is told what was found.
 * @returns The text, without a byte order mark.
 * @throws {DataError} Where the encoding is ambiguous, the bytes are not of the encoding named, or are a ZIP file.
 * @throws {OptionsError} For unknown options and encodings.
 *
 * @example
 * ```ts
 * const bytes = new Uint8Array([0xca, 0xe0, 0xe7, 0xe0, 0xed, 0xfc]);
 * const found = [];
 * await decode(bytes, { onFound: (one) => found.push(one) }); // => "Казань"
 * found; // => [{ encoding: "windows-1251", gzip: false }]
 * ```
 */
export async function decode(bytes: Uint8Array | ArrayBuffer, options?: DecodeOptions): Promise<string> {
  const { encoding, onFound } = checkOptions<DecodeOptions>(decodeOptionsSchema, options, "decode");
  const given = checkBytes(bytes);
  const gzip = isGzip(given);
  const plain = gzip ? await gunzip(given) : given;
  const found = encoding === undefined ? find(plain) : decoderOf(encoding).encoding;
  const text = decodeAs(plain, found);
  onFound?.({ encoding: found, gzip });
  return text;
}

function checkBytes(bytes: unknown): Uint8Array {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
  if (!(view instanceof Uint8Array))
    throw dataError("not-bytes", {}, `expected bytes (a Uint8Array), got ${show(bytes)}.`);
  if (view[0] === 0x50 && view[1] === 0x4b && view[2] === 3 && view[3] === 4)
    throw dataError(
      "zip-file",
      {},
      "expected the bytes of a text, got a ZIP file (or a workbook, which is one). Unpack it, or save the sheet as CSV.",
    );
  return view;
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw optionsError(
      "unknown-encoding",
      { path: "decode.encoding" },
      `expected the name of an encoding, e.g. "windows-1251", got ${show(encoding)}.`,
    );
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return decoderOf(encoding).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw dataError(
      "wrong-encoding",
      {},
      `expected bytes of ${encoding}, got some that it does not know. Name another encoding, or leave it to be found.`,
    );
  }
}

function find(bytes: Uint8Array): string {
  const found = findEncoding(bytes);
  if (found !== "ambiguous") return found;
  const at = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.slice(Math.max(0, at - 10), at + 20);
  const readAs = (encoding: string): string => show(new TextDecoder(encoding).decode(sample));
  throw dataError(
    "ambiguous-encoding",
    {},
    `expected bytes whose encoding can be told, got some that may be Windows-1251 (${readAs("windows-1251")}) or Windows-1252 (${readAs("windows-1252")}). Say which: decode(bytes, { encoding: "windows-1251" }).`,
  );
}
