import { formatOf } from "../../report/language/format.js";
import { languages } from "../../report/to-markdown-sync.js";
import type { Sensitivity } from "../../sensitivity/sensitivity.js";
import { textIn } from "../../shared/text.js";
import { catalogues } from "../language/catalogues.js";
import { readAddress, writeAddress } from "../model/address.js";
import { type Engine, openEngine } from "../model/engine.js";
import type { PageData } from "../model/page-data.js";
import type { View } from "../model/view.js";
import { type Built, build } from "./build.js";
import type { Page } from "./part.js";
import { describeProblem } from "./problem.js";
import { openSettling } from "./settling.js";

const data = JSON.parse(document.getElementById("explorer-data")!.textContent!) as PageData;
const engine: Engine = openEngine(data.table, data.plan, data.language, Object.keys(catalogues));
let view: View = readAddress(location.hash, engine.first, engine.known);
let built: Built = build(pageIn(view.language));
const settling = openSettling(engine, () => view, show);

function change(patch: Partial<View>): void {
  const before = view;
  view = { ...view, ...patch };
  if (view.language !== before.language) rebuild();
  const same = ASKING.every((key) => view[key] === before[key]);
  if (same) show();
  else settling.restart();
  remember();
}

/** What in a view makes another list. */
const ASKING = [
  "target",
  "count",
  "abroad",
  "withoutCountries",
  "nearerThan",
  "furtherThan",
  "attributes",
  "dimensions",
  "elements",
  "off",
  "metric",
  "normalise",
] as const;

let certainty: Sensitivity | null = null;

function show(): void {
  const { ranking, settled, problem } = settling.now();
  if (ranking !== null && settled === null) certainty = null;
  const words = catalogues[view.language as keyof typeof catalogues];
  built.show({
    view,
    ranking,
    settled,
    problem: problem === null ? null : describeProblem(problem, words),
    certainty,
  });
}

/** The address follows the view, but not at every step of a slider. */
let remembering: ReturnType<typeof setTimeout> | undefined;
function remember(): void {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    history.replaceState(null, "", `#${writeAddress(view, engine.first)}`);
  }, 200);
}

function rebuild(): void {
  built = build(pageIn(view.language));
  document.getElementById("language")?.focus();
}

function pageIn(language: string): Page {
  const { table } = engine;
  const text: Page["text"] = (one) => textIn(one, language);
  const namer = (entries: readonly { readonly id: string; readonly name: Parameters<Page["text"]>[0] }[]) => {
    const names = new Map(entries.map(({ id, name }) => [id, text(name)]));
    return (id: string): string => names.get(id) ?? id;
  };
  const { dimensions, indicators } = table.framework;
  return {
    engine,
    geometry: data.geometry,
    title: text(data.title ?? table.framework.name),
    language,
    words: catalogues[language as keyof typeof catalogues],
    say: languages[language as keyof typeof languages],
    format: formatOf(language),
    text,
    nameOf: namer(table.regions),
    indicatorOf: namer(indicators),
    dimensionOf: namer(dimensions),
    elementOf: namer(dimensions.flatMap(({ elements = [] }) => elements)),
    view: () => view,
    change,
    openPair: (region) => {
      change({ pair: region, panel: "pair" });
      document.getElementById("panel-pair")?.focus();
    },
    announce: (message) => built.announce(message),
    setCertainty: (found) => {
      certainty = found;
      show();
    },
  };
}

addEventListener("hashchange", () => {
  const asked = readAddress(location.hash, engine.first, engine.known);
  change(asked);
});
settling.restart();
