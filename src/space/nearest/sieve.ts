import { BLOCK, BOXED, LEADING, leadingAt, type SieveBytes, sideAt, tailAt } from "./sieve-layout.js";
import { siftCode } from "./sift-code.js";

/** What looks through many points at once. All places are bytes (sieve-layout.ts says what stands where). */
export interface Sifters {
  /**
   * Sifts a box: writes which of its points are near enough to a query, as whole numbers, each with its squared gap to the query behind
   * it, and returns how many. The `SPARE` bytes before `out` are used up.
   */
  readonly sift: (
    query: number,
    box: number,
    blocks: number,
    tail: number,
    limit: number,
    out: number,
  ) => number;
  /** Writes the squared gaps between a query and boxes, four boxes at a time, as whole numbers. */
  readonly gaps: (query: number, sides: number, fours: number, out: number) => void;
}

/**
 * Points and boxes in one stretch of memory, and what looks through them. Along the leading axes coordinates are whole numbers of two
 * bytes, along the others numbers in single precision.
 */
export interface Sieve extends SieveBytes, Sifters {}

/** What is used of the global `WebAssembly`, which not every page allows. */
interface WebAssemblyHost {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Sifters };
}

const PAGE = 65_536;

/** A sieve of so many bytes: in WebAssembly (sift.wat) where the platform allows it, else in JavaScript. Both let the same pass, but for rounding. */
export function openSieve(
  bytes: number,
  host: WebAssemblyHost | undefined = (globalThis as unknown as { WebAssembly?: WebAssemblyHost })
    .WebAssembly,
): Sieve {
  const pages = Math.ceil(bytes / PAGE);
  if (host !== undefined) {
    try {
      const memory = new host.Memory({ initial: pages });
      const code = Uint8Array.from(atob(siftCode), (letter) => letter.charCodeAt(0));
      const { exports } = new host.Instance(new host.Module(code), { space: { memory } });
      return { ...viewsOf(memory.buffer), sift: exports.sift, gaps: exports.gaps };
    } catch {
      // A policy of the page, or a platform without vectors: slower, and the same answer.
    }
  }
  const views = viewsOf(new ArrayBuffer(pages * PAGE));
  return { ...views, ...sifters(views) };
}

function viewsOf(buffer: ArrayBuffer): SieveBytes {
  return {
    shorts: new Int16Array(buffer),
    integers: new Int32Array(buffer),
    floats: new Float32Array(buffer),
  };
}

/** What sift.wat does. */
function sifters({ shorts, floats, integers }: SieveBytes): Sifters {
  return {
    sift(query, start, blocks, tail, limit, out) {
      const own = (query + 2 * LEADING) / 4;
      let at = out / 4;
      for (let point = 0; point < BLOCK * blocks; point++) {
        let sum = 0;
        for (let axis = 0; axis < LEADING && sum <= limit; axis++) {
          const gap = shorts[query / 2 + axis]! - shorts[leadingAt(start, point, axis)]!;
          sum += gap * gap;
        }
        const others = tailAt({ start, blocks, tail }, point);
        for (let axis = 0; axis < tail / 4 && sum <= limit; axis++) {
          const gap = floats[own + axis]! - floats[others + axis]!;
          sum += gap * gap;
        }
        if (!(sum <= limit)) continue;
        integers[at++] = point;
        floats[at++] = sum;
      }
      return (at - out / 4) / 2;
    },
    gaps(query, sides, fours, out) {
      for (let box = 0; box < 4 * fours; box++) {
        let sum = 0;
        for (let axis = 0; axis < BOXED; axis++) {
          const value = shorts[query / 2 + axis]!;
          const at = sideAt(sides, box, axis);
          const gap = Math.max(shorts[at]! - value, value - shorts[at + 8]!, 0);
          sum += gap * gap;
        }
        integers[out / 4 + box] = sum;
      }
    },
  };
}
