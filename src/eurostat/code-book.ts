import type { Correspondence } from "./correspondence.js";

/** What a correspondence says of single codes. */
export interface CodeBook {
  /** The versions in which each code stands, in order. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** The codes of the latest version that took the place of a code that it does not have any more. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** Turns a correspondence into a book in which codes can be looked up. */
export function codeBook(correspondence: Correspondence): CodeBook {
  const versions = new Map<string, Set<string>>();
  const stand = (code: string, version: string): void => {
    const found = versions.get(code);
    if (found === undefined) versions.set(code, new Set([version]));
    else found.add(version);
  };
  let latest = "";
  for (const one of correspondence) {
    stand(one.from, one.fromVersion);
    stand(one.to, one.toVersion);
    for (const version of [one.fromVersion, one.toVersion]) if (version > latest) latest = version;
  }
  const successors = new Map<string, string[]>();
  for (const { from, to, toVersion } of correspondence) {
    if (toVersion !== latest || versions.get(from)!.has(latest)) continue;
    const found = successors.get(from);
    if (found === undefined) successors.set(from, [to]);
    else if (!found.includes(to)) found.push(to);
  }
  const sorted = [...versions].map(([code, found]) => [code, [...found].sort()] as const);
  return { versions: new Map(sorted), successors };
}
