/** A reply that is kept: what it said, and the mark by which the server knows it again. */
export interface CachedReply {
  /** The reply's own `ETag`. */
  readonly etag: string;
  /** Its text. */
  readonly body: string;
}

/**
 * Where replies are kept between calls, by their address. A `Map` is one; `get` and `set` may also be asynchronous, as those of a folder or
 * a database are. What they throw, the call throws.
 */
export interface ReplyCache {
  /** The reply kept under an address; nothing where there is none. */
  get(url: string): CachedReply | null | undefined | Promise<CachedReply | null | undefined>;
  /** Keeps a reply under its address. */
  set(url: string, reply: CachedReply): unknown;
}

/**
 * A cache for `downloadEurostat` that lives as long as the program. Hand the same one to several calls: what has not changed meanwhile is
 * not sent again. Replies without an `ETag` are not kept, for nothing could tell whether they still hold.
 *
 * @example
 * ```ts
 * const cache = memoryCache();
 * cache.set("https://example.org/data/tgs00003", { etag: '"1"', body: "{}" });
 * cache.get("https://example.org/data/tgs00003"); // => { etag: '"1"', body: "{}" }
 * ```
 */
export function memoryCache(): ReplyCache {
  return new Map<string, CachedReply>();
}
