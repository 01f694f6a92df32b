import { moveShare } from "../model/shares.js";
import { button, make, named, setText, tick } from "./dom.js";
import type { Page, Part } from "./part.js";

interface Slider {
  readonly element: HTMLElement;
  readonly show: (share: number, locked: boolean) => void;
}

/** Weights of dimensions and their elements, each with its lock, and a switch for every indicator. */
export function sliders(page: Page): Part {
  const { engine, words } = page;
  const { start, first, table } = engine;
  const all = new Map<string, Slider>();
  const switches = new Map<string, HTMLInputElement>();
  const slider = (
    id: string,
    name: string,
    level: "dimensions" | "elements",
    of: readonly string[],
  ): HTMLElement => {
    const move = (share: number): void => {
      const view = page.view();
      const shares = Object.fromEntries(of.map((one) => [one, view[level][one]!]));
      const moved = moveShare(shares, new Set(view.locked), id, share);
      page.change({ [level]: { ...view[level], ...moved } });
    };
    const lock = (locked: boolean): void => {
      const others = page.view().locked.filter((one) => one !== id);
      page.change({ locked: locked ? [...others, id] : others });
    };
    const made = makeSlider(page, level === "dimensions" ? `d-${id}` : `e-${id}`, name, move, lock);
    all.set(`${level} ${id}`, made);
    return made.element;
  };
  const indicatorSwitch = (id: string): HTMLElement => {
    const inert = start.inert.includes(id);
    const label = inert ? `${page.indicatorOf(id)} (${words.inert})` : page.indicatorOf(id);
    const { element, box } = tick(
      label,
      (on) => {
        const others = page.view().off.filter((one) => one !== id);
        page.change({ off: on ? others : [...others, id] });
      },
      { disabled: inert, "data-indicator": id },
    );
    switches.set(id, box);
    return element;
  };
  const dimensions = Object.keys(first.dimensions);
  const blocks = dimensions.map((id) => {
    const elements = start.elementsOf[id] ?? [];
    const own = table.framework.indicators.filter(
      (one) => one.dimension === id && Object.hasOwn(start.indicators, one.id),
    );
    return make(
      "div",
      { class: "dimension" },
      slider(id, page.dimensionOf(id), "dimensions", dimensions),
      make(
        "details",
        {},
        make("summary", {}, `${words.indicators}: `, named(page.dimensionOf(id))),
        ...(elements.length > 1
          ? elements.map((element) => slider(element, page.elementOf(element), "elements", elements))
          : []),
        ...own.map((one) => indicatorSwitch(one.id)),
      ),
    );
  });
  const { dimensions: shares, elements, off } = start.shares;
  return {
    element: make(
      "fieldset",
      { class: "weights" },
      make("legend", {}, words.weights),
      make("p", { class: "hint" }, words.weightsHelp),
      ...blocks,
      button(words.reset, () => page.change({ dimensions: shares, elements, off, locked: [] }), {
        id: "reset-weights",
      }),
    ),
    show: ({ view }) => {
      for (const [key, { show }] of all) {
        const [level, id] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
        show(view[level as "dimensions"][id] ?? 0, view.locked.includes(id));
      }
      const off = new Set(view.off);
      for (const [id, box] of switches) box.checked = !off.has(id) && !box.disabled;
    },
  };
}

function makeSlider(
  { words, format }: Page,
  id: string,
  name: string,
  move: (share: number) => void,
  lock: (locked: boolean) => void,
): Slider {
  const range = make("input", {
    id,
    type: "range",
    min: 0,
    max: 100,
    step: 0.5,
    "aria-label": words.weightOf(name),
  });
  const share = make("output", { for: id });
  const box = make("input", { type: "checkbox", "aria-label": words.lock(name), title: words.lock(name) });
  range.addEventListener("input", () => move(range.valueAsNumber / 100));
  box.addEventListener("change", () => lock(box.checked));
  return {
    element: make(
      "div",
      { class: "slider" },
      named(name, "span"),
      range,
      share,
      make("span", { class: "lock" }, make("label", {}, box, words.lockShort)),
    ),
    show: (value, locked) => {
      const text = String(Math.round(value * 1000) / 10);
      if (Number(range.value) !== Math.round(value * 200) / 2) range.value = text;
      range.disabled = locked;
      box.checked = locked;
      const shown = format.percent(value, 1);
      setText(share, shown);
      range.setAttribute("aria-valuetext", shown);
    },
  };
}
