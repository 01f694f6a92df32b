import { Converter } from "typedoc";

const HEADING = /^\s*# (.+)\n/;

/** A page of the documentation is called by its own first heading, which then need not stand in it twice. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const [first, ...rest] = page.content;
    const heading = HEADING.exec(first.text)?.[1];
    if (heading === undefined) throw new Error(`${page.name}: expected a page that begins with a heading.`);
    page.name = heading;
    page.content = [{ ...first, text: first.text.replace(HEADING, "") }, ...rest];
  });
}
