import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Metafile, Plugin } from "esbuild";

/** The folders of the packages of which something stands in a build. */
export function packagesIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)];
}

/** Name, version and licence of each package, with the texts that its licence asks to be passed on. */
export function licencesOf(folders: Iterable<string>): string {
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const files = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|notice)\b/i.test(file))
      .sort();
    if (files.length === 0) throw new Error(`${name} has no text of its licence.`);
    const parts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
    return `${name} ${version} (${license})\n\n${parts.join("\n\n")}\n`;
  });
  return texts.sort().join(`\n${"-".repeat(80)}\n\n`);
}

const OUTPUT = "dist/THIRD-PARTY-LICENCES.txt";
const found = new Set<string>();

/** Writes the licences of all that the builds contain beside them. */
export const collectLicences: Plugin = {
  name: "collect-licences",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      if (metafile === undefined) return;
      for (const folder of packagesIn(metafile)) found.add(folder);
      mkdirSync(dirname(OUTPUT), { recursive: true });
      const head = "The files beside this one contain parts of these packages.\n\n";
      writeFileSync(OUTPUT, head + licencesOf(found));
    });
  },
};
