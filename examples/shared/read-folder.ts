import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, type Observations, readEurostatTsv, readJsonStat } from "reference-regions/eurostat";

const readers = { ".tsv": readEurostatTsv, ".tsv.gz": readEurostatTsv, ".json": readJsonStat } as const;

/** Reads the files of data sets that lie in a folder: `CODE.tsv`, `CODE.tsv.gz` (decode unpacks it) or `CODE.json` (JSON-stat). */
export async function readFolder(
  folder: string,
  datasets: readonly string[],
): Promise<{ readonly [dataset: string]: Observations }> {
  const data: { [dataset: string]: Observations } = {};
  for (const dataset of datasets)
    for (const [ending, read] of Object.entries(readers)) {
      const file = join(folder, `${dataset}${ending}`);
      if (existsSync(file)) data[dataset] ??= read(await decode(readFileSync(file)));
    }
  return data;
}
