import { isMetric } from "./choices.js";
import { MOST_COMPARED, type Panel, panels, type View } from "./view.js";

/** What may stand in an address: all that the table knows. */
export interface Known {
  readonly regions: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly normalisations: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

const joined = (items: readonly string[]): string => items.map(encodeURIComponent).join(",");
const pairs = (of: { readonly [id: string]: string | number }): string =>
  Object.entries(of)
    .map(([id, value]) => `${encodeURIComponent(id)}:${encodeURIComponent(value)}`)
    .join(",");
/** Enough digits that a shared view gives the same list. */
const digits = (shares: { readonly [id: string]: number }): { readonly [id: string]: number } =>
  Object.fromEntries(Object.entries(shares).map(([id, share]) => [id, Number(share.toPrecision(12))]));

/** A view as the hash of an address, without the `#`: only what differs from the first view. */
export function writeAddress(view: View, first: View): string {
  const texts = (of: View): { readonly [key: string]: string } => ({
    lang: of.language,
    region: encodeURIComponent(of.target),
    count: String(of.count),
    abroad: of.abroad ? "1" : "0",
    countries: joined(of.withoutCountries),
    beyond: String(of.nearerThan ?? ""),
    within: String(of.furtherThan ?? ""),
    only: pairs(of.attributes),
    dimensions: pairs(digits(of.dimensions)),
    elements: pairs(digits(of.elements)),
    locked: joined(of.locked),
    off: joined(of.off),
    metric: of.metric,
    normalise: of.normalise,
    pair: encodeURIComponent(of.pair ?? ""),
    compare: joined(of.compare),
    panel: of.panel,
    types: String(of.types),
  });
  const usual = texts(first);
  return Object.entries(texts(view))
    .filter(([key, text]) => key === "region" || text !== usual[key])
    .map(([key, text]) => `${key}=${text}`)
    .join("&");
}

/** Reads a view from an address. What is missing, unknown or spoilt there is as in the first view. */
export function readAddress(hash: string, first: View, known: Known): View {
  const texts = new Map(
    hash
      .replace(/^#/, "")
      .split("&")
      .map((part): [string, string] => [part.split("=")[0]!, part.slice(part.indexOf("=") + 1)]),
  );
  const list = (key: string, usual: readonly string[], may: (id: string) => boolean): readonly string[] => {
    const text = texts.get(key);
    if (text === undefined) return usual;
    return text === "" ? [] : [...new Set(text.split(",").map(plain))].filter(may);
  };
  const one = (key: string, usual: string, may: (id: string) => boolean): string => {
    const text = plain(texts.get(key) ?? "");
    return may(text) ? text : usual;
  };
  const number = (key: string, usual: number, least: number): number => {
    const value = Number(texts.get(key) || Number.NaN);
    return value >= least && value <= 1e6 ? value : usual;
  };
  const kilometres = (key: string, usual: number | null): number | null => {
    const text = texts.get(key);
    return text === undefined ? usual : text !== "" && Number(text) >= 0 ? Number(text) : null;
  };
  const isRegion = (id: string): boolean => known.regions.has(id);
  return {
    language: one("lang", first.language, (id) => known.languages.has(id)),
    target: one("region", first.target, isRegion),
    count: Math.round(number("count", first.count, 1)),
    abroad: one("abroad", first.abroad ? "1" : "0", (id) => id === "0" || id === "1") === "1",
    withoutCountries: list("countries", first.withoutCountries, () => true),
    nearerThan: kilometres("beyond", first.nearerThan),
    furtherThan: kilometres("within", first.furtherThan),
    attributes: Object.fromEntries(
      entriesOf(texts.get("only") ?? "").filter(([name]) => known.attributes.has(name)),
    ),
    dimensions: readShares(texts.get("dimensions"), first.dimensions),
    elements: readShares(texts.get("elements"), first.elements),
    locked: list(
      "locked",
      first.locked,
      (id) => Object.hasOwn(first.dimensions, id) || Object.hasOwn(first.elements, id),
    ),
    off: list("off", first.off, (id) => known.indicators.has(id)),
    metric: one("metric", first.metric, isMetric) as View["metric"],
    normalise: one("normalise", first.normalise, (id) => known.normalisations.has(id)),
    pair: one("pair", "", isRegion) || first.pair,
    compare: list("compare", first.compare, isRegion).slice(0, MOST_COMPARED),
    panel: one("panel", first.panel, (id) => panels.includes(id as Panel)) as Panel,
    types: Math.round(number("types", first.types, 2)),
  };
}

function readShares(
  text: string | undefined,
  usual: { readonly [id: string]: number },
): { readonly [id: string]: number } {
  const read = new Map(entriesOf(text ?? ""));
  return Object.fromEntries(
    Object.entries(usual).map(([id, share]) => {
      const value = Number(read.get(id) || Number.NaN);
      return [id, value >= 0 && value <= 1 ? value : share];
    }),
  );
}

function entriesOf(text: string): [string, string][] {
  return text
    .split(",")
    .filter((part) => part.includes(":"))
    .map((part): [string, string] => [plain(part.split(":")[0]!), plain(part.split(":")[1]!)]);
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
