import { Converter } from "typedoc";

const HEADING = /^\s*# (.+)\n/;

/** A page of the documentation is called by its own first heading. The start page has the package's name twice: the theme writes it too. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const heading = HEADING.exec(page.content[0].text)?.[1];
    if (heading === undefined) throw new Error(`${page.name}: expected a page that begins with a heading.`);
    page.name = heading;
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const [first, ...rest] = project.readme;
    project.readme = [{ ...first, text: first.text.replace(HEADING, "") }, ...rest];
  });
}
