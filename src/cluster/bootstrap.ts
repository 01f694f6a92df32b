import { type LongTask, quietly } from "../shared/long-task.js";
import type { RandomStream } from "../shared/random.js";
import { type Cloud, takeCloud } from "./cloud.js";
import type { ClusterMethod } from "./cluster-options.js";
import { divide } from "./divide.js";

/** A cluster that finds itself again with no more than this Jaccard similarity is dissolved in a draw, above the other recovered. */
const DISSOLVED = 0.5;
const RECOVERED = 0.75;

/** Clusters numbered from 0 to `k - 1`. */
export interface Numbered {
  readonly labels: Uint32Array;
  readonly k: number;
}

/** How well the clusters of one division found themselves again. */
export interface Recurrence {
  /** By cluster: the mean Jaccard similarity over the draws that hold members of it. */
  readonly jaccard: Float64Array;
  /** By cluster: the share of those draws. */
  readonly dissolved: Float64Array;
  readonly recovered: Float64Array;
  /** By point: the share of the draws that hold it in which it stays with its cluster; NaN where no draw holds it. */
  readonly stays: Float64Array;
}

/**
 * Draws points with replacement, divides those that came up anew, and looks for each cluster again (Hennig 2007): its Jaccard
 * similarity is that of its members that came up with the most similar new cluster. A point stays when it is in that one. Draw i
 * uses random stream i.
 */
export function* bootstrap(
  cloud: Cloud,
  method: ClusterMethod,
  divisions: readonly Numbered[],
  draws: number,
  starts: number,
  nextStream: () => RandomStream,
): LongTask<Recurrence[]> {
  const { n } = cloud;
  const tallies = divisions.map(({ k }) => makeTally(n, k));
  for (let draw = 0; draw < draws; draw++) {
    const random = nextStream();
    const chosen = [...new Set(Array.from({ length: n }, () => random.integer(n)))].sort((a, b) => a - b);
    const ks = divisions.map(({ k }) => Math.min(k, chosen.length));
    const searching = { starts, openStreams: () => () => random };
    const again = yield* quietly(divide(takeCloud(cloud, chosen), method, ks, searching));
    divisions.forEach((division, d) => {
      count(tallies[d]!, division, chosen, again[d]!.labels, ks[d]!);
    });
    yield { stage: "stability", done: draw + 1, total: draws };
  }
  return tallies.map(({ jaccard, dissolved, recovered, seen, stayed, drawn }) => ({
    jaccard: jaccard.map((sum, c) => sum / seen[c]!),
    dissolved: dissolved.map((sum, c) => sum / seen[c]!),
    recovered: recovered.map((sum, c) => sum / seen[c]!),
    stays: stayed.map((sum, i) => sum / drawn[i]!),
  }));
}

interface Tally {
  readonly jaccard: Float64Array;
  readonly dissolved: Float64Array;
  readonly recovered: Float64Array;
  /** Draws that hold members of the cluster. */
  readonly seen: Uint32Array;
  readonly stayed: Float64Array;
  readonly drawn: Uint32Array;
}

function makeTally(n: number, k: number): Tally {
  const [jaccard, dissolved, recovered] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  return {
    jaccard,
    dissolved,
    recovered,
    seen: new Uint32Array(k),
    stayed: new Float64Array(n),
    drawn: new Uint32Array(n),
  };
}

function count(
  tally: Tally,
  { labels, k }: Numbered,
  chosen: readonly number[],
  again: Uint32Array,
  found: number,
): void {
  const both = new Uint32Array(k * found);
  const own = new Uint32Array(k);
  const fresh = new Uint32Array(found);
  chosen.forEach((i, at) => {
    both[labels[i]! * found + again[at]!]!++;
    own[labels[i]!]!++;
    fresh[again[at]!]!++;
  });
  const match = new Int32Array(k).fill(-1);
  for (let c = 0; c < k; c++) {
    if (own[c] === 0) continue;
    let best = -1;
    for (let f = 0; f < found; f++) {
      const common = both[c * found + f]!;
      const similarity = common / (own[c]! + fresh[f]! - common);
      if (similarity > best) {
        best = similarity;
        match[c] = f;
      }
    }
    tally.seen[c]!++;
    tally.jaccard[c]! += best;
    if (best <= DISSOLVED) tally.dissolved[c]!++;
    if (best > RECOVERED) tally.recovered[c]!++;
  }
  chosen.forEach((i, at) => {
    tally.drawn[i]!++;
    if (match[labels[i]!] === again[at]) tally.stayed[i]!++;
  });
}
