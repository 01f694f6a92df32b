import { attributesOf, countriesOf, placesOf } from "../model/choices.js";
import { labelled, make, menu, tick } from "./dom.js";
import type { Page, Part } from "./part.js";

/** How many regions are listed, and which may be. */
export function filters(page: Page): Part {
  const { engine, words } = page;
  const { table } = engine;
  const count = numberBox((value) => page.change({ count: Math.round(value ?? engine.first.count) }), 1);
  const abroad = tick(words.abroad, (checked) => page.change({ abroad: checked }), { id: "abroad" });
  const nearer = numberBox((value) => page.change({ nearerThan: value }), 0);
  const further = numberBox((value) => page.change({ furtherThan: value }), 0);
  const countries = countriesOf(table).map((country) => ({
    country,
    ...tick(country, (checked) => {
      const others = page.view().withoutCountries.filter((one) => one !== country);
      page.change({ withoutCountries: checked ? [...others, country] : others });
    }),
  }));
  const attributes = attributesOf(table).map(({ name, values }) => {
    const choose = (value: string): void => {
      const { [name]: _, ...rest } = page.view().attributes;
      page.change({ attributes: value === "" ? rest : { ...rest, [name]: value } });
    };
    const choices = values.filter((value) => value !== "").map((value) => [value, value] as const);
    return { name, select: menu([["", words.any], ...choices], choose) };
  });
  const hasCountries = countries.length > 1;
  return {
    element: make(
      "fieldset",
      {},
      make("legend", {}, words.filters),
      labelled(words.count, count),
      hasCountries ? abroad.element : null,
      hasCountries
        ? make(
            "details",
            {},
            make("summary", {}, words.countries),
            make("div", { class: "ticks" }, ...countries.map(({ element }) => element)),
          )
        : null,
      ...(placesOf(table) === "none"
        ? []
        : [make("div", { class: "two" }, labelled(words.beyond, nearer), labelled(words.within, further))]),
      ...attributes.map(({ name, select }) => labelled(name, select)),
    ),
    show: ({ view }) => {
      fill(count, view.count);
      fill(nearer, view.nearerThan);
      fill(further, view.furtherThan);
      abroad.box.checked = view.abroad;
      for (const { country, box } of countries) box.checked = view.withoutCountries.includes(country);
      for (const { name, select } of attributes) select.value = view.attributes[name] ?? "";
    },
  };
}

function numberBox(change: (value: number | null) => void, least: number): HTMLInputElement {
  const box = make("input", { type: "number", min: least, max: 100_000, inputmode: "numeric" });
  box.addEventListener("change", () => {
    const value = box.valueAsNumber;
    change(value >= least ? value : null);
  });
  return box;
}

function fill(box: HTMLInputElement, value: number | null): void {
  const text = value === null ? "" : String(value);
  if (box.value !== text) box.value = text;
}
