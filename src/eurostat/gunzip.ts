import { dataError } from "./faults.js";

/** True for the first bytes of a gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes in a gzip file, unpacked by the platform. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch {
    const sentence = "expected a whole gzip file, got one that cannot be unpacked. Download it again.";
    throw dataError("unreadable-gzip", {}, sentence);
  }
}
