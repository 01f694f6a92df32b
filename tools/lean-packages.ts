import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Packages that do not say that loading them does nothing: ml-kmeans takes two sums from one, and would bring a Fourier transform along. */
export function withoutSideEffects(filter: RegExp): Plugin {
  return {
    name: "without-side-effects",
    setup(build) {
      build.onResolve({ filter }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === "resolved") return;
        const found = await build.resolve(path, { ...rest, pluginData: "resolved" });
        return { ...found, sideEffects: false };
      });
    },
  };
}

/** ml-matrix is taken for its eigenvalue decomposition, which needs little of the matrix class that it comes with; ml-kmeans, as we call it, needs none. */
export const smallMatrix: Plugin = {
  name: "small-matrix",
  setup(build) {
    const path = fileURLToPath(new URL("small-matrix.mjs", import.meta.url));
    build.onResolve({ filter: /^ml-matrix$|\/(matrix|WrapperMatrix2D)$/ }, ({ importer }) =>
      /\/ml-matrix\/src\/dc\/evd\.js$|\/ml-kmeans\//.test(importer) ? { path } : null,
    );
  },
};

/** Of the eigenvalue decomposition of ml-matrix the way for symmetric matrices, which is the only one that we take: the other one is the larger half. */
export const symmetricOnly: Plugin = {
  name: "symmetric-only",
  setup(build) {
    build.onLoad({ filter: /\/ml-matrix\/src\/dc\/evd\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const other = text.indexOf("function orthes(");
      if (other < 0 || text.indexOf("function tql2(") > other)
        throw new Error(
          `${path}: expected the functions of unsymmetric matrices behind those of symmetric ones.`,
        );
      const missing = ["orthes", "hqr2"].map(
        (name) => `function ${name}() { throw new Error("symmetric only"); }`,
      );
      return { contents: text.slice(0, other) + missing.join("\n") };
    });
  },
};
