/** What may stand inside an element. Texts become text nodes: a name is never read as code. */
export type Child = Node | string | null;

/** Attributes by name; `true` sets one without a value, `false` and null leave it out. */
export type Attributes = { readonly [name: string]: string | number | boolean | null };

/** Makes an element. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute where it has changed. */
export function setAttribute(element: Element, name: string, value: Attributes[string]): void {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? "" : value))
    element.setAttribute(name, String(value === true ? "" : value));
}

/** Sets a text where it has changed. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A name, whose own direction of writing counts. */
export function named(text: string, tag: "span" | "bdi" = "bdi"): HTMLElement {
  return make(tag, { dir: "auto" }, text);
}

/** A button that does something. */
export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

/** A menu of choices, each with its value and its label. */
export function menu(
  choices: readonly (readonly [string, string])[],
  choose: (value: string) => void,
  attributes: Attributes = {},
): HTMLSelectElement {
  const element = make(
    "select",
    attributes,
    ...choices.map(([value, label]) => make("option", { value }, label)),
  );
  element.addEventListener("change", () => choose(element.value));
  return element;
}

/** A control with its label above it. */
export function labelled(label: string, control: HTMLElement): HTMLElement {
  return make("label", { class: "field" }, make("span", {}, label), control);
}

/** A box to tick, with its label beside it. */
export function tick(
  label: string,
  change: (checked: boolean) => void,
  attributes: Attributes = {},
): { readonly element: HTMLLabelElement; readonly box: HTMLInputElement } {
  const box = make("input", { type: "checkbox", ...attributes });
  box.addEventListener("change", () => change(box.checked));
  return { element: make("label", { class: "tick" }, box, named(label, "span")), box };
}

/** A table with a header row; the first cell of each row heads it. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLTableElement {
  return make(
    "table",
    {},
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col", dir: "auto" }, text)))),
    make(
      "tbody",
      {},
      ...rows.map((cells) =>
        make(
          "tr",
          {},
          ...cells.map((cell, at) => (at === 0 ? make("th", { scope: "row" }, cell) : make("td", {}, cell))),
        ),
      ),
    ),
  );
}
