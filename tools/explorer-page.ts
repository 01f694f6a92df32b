import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { smallMatrix, symmetricOnly, withoutSideEffects } from "./lean-packages.js";
import { licencesOf, packagesIn } from "./licences.js";

const inSources = (path: string): string =>
  fileURLToPath(new URL(`../src/explorer/page/${path}`, import.meta.url));

/** The page gets its table as JSON: it reads no CSV. */
const withoutCsv: Plugin = {
  name: "without-csv",
  setup(build) {
    build.onResolve({ filter: /^#csv-parse$/ }, ({ path }) => ({ path, namespace: "without-csv" }));
    build.onLoad({ filter: /.*/, namespace: "without-csv" }, () => ({
      contents: "export const parse = undefined;",
    }));
  },
};

let bundled: Promise<string> | undefined;

/** All code that runs in the explorer's page, as one text that can stand inside a script element. */
export function bundleExplorerPage(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [inSources("main.ts")],
    tsconfig: inSources("tsconfig.json"),
    bundle: true,
    write: false,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    logLevel: "error",
    alias: { "ml-matrix": fileURLToPath(new URL("../node_modules/ml-matrix/src/index.js", import.meta.url)) },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [
      withoutSideEffects(/^(ml-spectra-processing|fft\.js)$/),
      smallMatrix,
      symmetricOnly,
      withoutCsv,
    ] as Plugin[],
  });
  // Whoever passes the page on passes the licences on.
  const licences = `/*\n${licencesOf(packagesIn(metafile)).replaceAll("*/", "* /")}*/`;
  const code = `${outputFiles[0]!.text.trimEnd()}\n${licences}`;
  // What would end or hide the rest of a script element is written otherwise.
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3c!--");
}

const NAME = "#explorer-page";

/** For esbuild: `#explorer-page` is the code of the page as a text. */
export const explorerPage: Plugin = {
  name: "explorer-page",
  setup(build) {
    build.onResolve({ filter: /^#explorer-page$/ }, ({ path }) => ({ path, namespace: "explorer-page" }));
    build.onLoad({ filter: /.*/, namespace: "explorer-page" }, async () => ({
      contents: await bundleExplorerPage(),
      loader: "text",
    }));
  },
};

/** The same for the tests of the sources. */
export function explorerPageForTests(): {
  readonly name: string;
  readonly enforce: "pre";
  resolveId(id: string): string | null;
  load(id: string): Promise<string | null>;
} {
  return {
    name: "explorer-page",
    enforce: "pre",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: async (id) =>
      id === `\0${NAME}` ? `export default ${JSON.stringify(await bundleExplorerPage())};` : null,
  };
}
