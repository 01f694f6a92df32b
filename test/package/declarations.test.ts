import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";

const home = join(inject("project"), "node_modules/reference-regions");
const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
  exports: { [entry: string]: string | { import: { types: string } } };
};
const entries = Object.entries(exports).flatMap(([entry, target]) =>
  typeof target === "object" ? [[entry === "." ? "core" : entry.slice(2), target.import.types] as const] : [],
);
const program = ts.createProgram(
  entries.map(([, path]) => join(home, path)),
  { target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true },
);
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

/** Every exported name with its declaration, without comments, by name: how the build divides the files does not show. */
function declarationsOf(path: string): string {
  const file = program.getSourceFile(join(home, path))!;
  const names = checker.getExportsOfModule(checker.getSymbolAtLocation(file)!);
  return names
    .map((name) => {
      const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
      const texts = (symbol.declarations ?? []).map((node) =>
        printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()),
      );
      return { name: name.name, text: [...new Set(texts)].join("\n") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }) => `// ${name}\n${text}\n`)
    .join("\n");
}

/** A change here is a change of the public interface: it belongs in the CHANGELOG. `npx vitest run --project package -u` takes it over. */
describe("the declarations", () => {
  test.each(entries)("of %s", async (entry, path) => {
    const text = declarationsOf(path);
    expect(text).not.toBe("");
    await expect(text).toMatchFileSnapshot(`declarations/${entry}.txt`);
  });
});
