import { version } from "../../shared/version.js";
import { catalogues } from "../language/catalogues.js";
import { button, make, menu, setText } from "./dom.js";
import { filters } from "./filters.js";
import { list } from "./list.js";
import { methodMenus } from "./method-menus.js";
import { panels } from "./panels.js";
import type { Page, Shown } from "./part.js";
import { regionSearch } from "./region-search.js";
import { sliders } from "./sliders.js";
import { takeAway } from "./take-away.js";

/** The page as it was built, in one language. */
export interface Built {
  readonly show: (shown: Shown) => void;
  readonly announce: (message: string) => void;
}

/** The languages by the names that they give themselves. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ["en", "English"],
  ["ru", "Русский"],
].filter(([code]) => Object.hasOwn(catalogues, code!)) as [string, string][];

/** Builds the whole page. */
export function build(page: Page): Built {
  const { words, engine } = page;
  document.documentElement.lang = page.language;
  document.title = page.title;
  const search = regionSearch(page);
  const lines = list(page);
  const beside = panels(page);
  const parts = [
    search,
    filters(page),
    sliders(page),
    methodMenus(page),
    lines,
    beside,
    takeAway(page, () => beside.svg?.() ?? null),
  ];
  const [, choice, weights, method, , , away] = parts;
  const live = make("div", { class: "unseen", "aria-live": "polite", id: "live" });
  const language = menu(LANGUAGES, (value) => page.change({ language: value }), { id: "language" });
  language.value = page.language;
  const settings = make(
    "details",
    { id: "settings" },
    make("summary", { class: "toggle" }, words.settings),
    choice!.element,
    weights!.element,
    method!.element,
    button(
      words.resetAll,
      () => page.change({ ...engine.first, language: page.language, target: page.view().target }),
      {
        id: "reset-all",
      },
    ),
  );
  // On a narrow screen the list comes first: the settings open on request.
  const wide = matchMedia("(min-width: 50.01rem)");
  settings.open = wide.matches;
  wide.onchange = () => {
    settings.open ||= wide.matches;
  };
  document
    .getElementById("explorer")!
    .replaceChildren(
      make("a", { class: "skip", href: "#list" }, words.skip),
      make(
        "header",
        {},
        make("h1", { dir: "auto" }, page.title),
        make("label", { class: "language" }, make("span", {}, words.language), language),
      ),
      make(
        "div",
        { class: "columns" },
        make(
          "form",
          { class: "settings", "aria-label": words.settings, onsubmit: null },
          search.element,
          settings,
        ),
        make("main", {}, lines.element, beside.element, away!.element),
      ),
      make(
        "footer",
        {},
        make("p", {}, page.text(engine.table.framework.description ?? "")),
        ...(engine.table.framework.credits ?? []).map((credit) => make("p", {}, credit)),
        make("p", {}, words.made(version)),
      ),
      live,
    );
  document.querySelector("form")!.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".skip")!.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("list-heading")?.focus();
  });
  let told: Shown["settled"] = null;
  const announce = (message: string): void => setText(live, message);
  return {
    announce,
    show: (shown) => {
      for (const part of parts) part.show(shown);
      if (shown.settled === null || shown.settled === told) return;
      told = shown.settled;
      const nearest = shown.ranking?.rows.slice(0, 3).map(({ id }) => page.nameOf(id)) ?? [];
      announce(words.announced(shown.ranking?.listed ?? 0, nearest.join(", ")));
    },
  };
}
