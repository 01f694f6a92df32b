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
