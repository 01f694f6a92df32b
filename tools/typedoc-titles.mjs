import { Converter } from "typedoc";

/** A page of `docs` is called by its own first heading, which then need not stand in it twice. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const [first, ...rest] = page.content;
    const heading = first?.kind === "text" ? /^\s*# (.+)\n/.exec(first.text) : null;
    if (heading === null) throw new Error(`${page.name}: expected a page that begins with a heading ("# ...").`);
    page.name = heading[1].replaceAll("`", "");
    page.content = [{ ...first, text: first.text.slice(heading[0].length) }, ...rest];
  });
}

