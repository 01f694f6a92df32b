import * as z from "zod/mini";

/** What `decode` found the bytes to be. */
export interface Decoded {
  /** The name of the encoding, as `TextDecoder` knows it. */
  readonly encoding: string;
  /** Whether the bytes were packed with gzip. */
  readonly gzip: boolean;
}

/** Options of `decode`. */
export interface DecodeOptions {
  /** The encoding, if it is known: any name that `TextDecoder` knows. Without it the encoding is found, or asked for. */
  readonly encoding?: string | undefined;
  /** Called with what was found, before the promise is fulfilled. */
  readonly onFound?: ((found: Decoded) => void) | undefined;
}

/** Checks the options of `decode`. */
export const decodeOptionsSchema: z.ZodMiniType<DecodeOptions> = z.strictObject({
  encoding: z.optional(z.string().check(z.minLength(1))),
  onFound: z.optional(
    z.custom<(found: Decoded) => void>((value) => typeof value === "function", "expected a function."),
  ),
});
