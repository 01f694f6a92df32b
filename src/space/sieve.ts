import { siftCode } from "./sift-code.js";

/**
 * Sifts a box: writes which of its points are near enough to a query, and returns how many. All places are bytes into the floats of
 * the sieve: the query, axis by axis; the box, axis by axis and within an axis in `blocks` blocks of sixteen points; and where to write
 * the places of the points within the box, as whole numbers, each with its squared gap to the query behind it. The four numbers before
 * that are used up. Axes come in eights.
 */
export type Sift = (
  query: number,
  box: number,
  blocks: number,
  axes: number,
  limit: number,
  out: number,
) => number;

/** Numbers in single precision, and what looks through them many at a time. */
export interface Sieve {
  readonly floats: Float32Array;
  /** The same bytes as whole numbers. */
  readonly integers: Uint32Array;
  readonly sift: Sift;
}

/** What is used of the global `WebAssembly`, which not every page allows. */
interface WebAssemblyHost {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly sift: Sift } };
}

/** Points are looked at in blocks of so many. */
export const BLOCK = 16;

const PAGE = 65_536;

/** A sieve for so many numbers: in WebAssembly (sift.wat) where the platform allows it, else in JavaScript. Both let the same pass, but for rounding. */
export function openSieve(
  length: number,
  host: WebAssemblyHost | undefined = (globalThis as unknown as { WebAssembly?: WebAssemblyHost })
    .WebAssembly,
): Sieve {
  if (host !== undefined) {
    try {
      const memory = new host.Memory({ initial: Math.ceil((4 * length) / PAGE) });
      const code = Uint8Array.from(atob(siftCode), (letter) => letter.charCodeAt(0));
      const { exports } = new host.Instance(new host.Module(code), { space: { memory } });
      return viewsOf(memory.buffer, exports.sift);
    } catch {
      // A policy of the page, or a platform without vectors: slower, and the same answer.
    }
  }
  const buffer = new ArrayBuffer(4 * length);
  const { floats, integers } = viewsOf(buffer, () => 0);
  return { floats, integers, sift: sifter(floats, integers) };
}

function viewsOf(buffer: ArrayBuffer, sift: Sift): Sieve {
  return { floats: new Float32Array(buffer), integers: new Uint32Array(buffer), sift };
}

/** What sift.wat does. */
function sifter(floats: Float32Array, integers: Uint32Array): Sift {
  return (query, box, blocks, axes, limit, out) => {
    const width = BLOCK * blocks;
    let at = out / 4;
    for (let point = 0; point < width; point++) {
      let sum = 0;
      for (let axis = 0, one = box / 4 + point; axis < axes && sum <= limit; axis++, one += width) {
        const gap = floats[query / 4 + axis]! - floats[one]!;
        sum += gap * gap;
      }
      if (!(sum <= limit)) continue;
      integers[at++] = point;
      floats[at++] = sum;
    }
    return (at - out / 4) / 2;
  };
}
