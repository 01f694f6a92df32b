// The nearest 20 regions of each of 100,000, in a process of its own: prints how long the search took (ms), the most memory that the
// process held (MB), and the sum of all distances. Arguments: how many hidden factors move the indicators (0: spread as the axes of the
// bundled EU regions), and the folder in which the coordinates are left for the peer to read.
import { findNearestSync } from "reference-regions";
import { makeTable } from "./data.js";
import { save, spaceOf } from "./space.js";

const [, , factors, folder] = process.argv;
const space = spaceOf(makeTable(100_000, 40, Number(factors)));
save(folder!, space);
const start = performance.now();
const { distances } = findNearestSync(space, { count: 20 });
const ms = performance.now() - start;
console.log(
  JSON.stringify({
    ms,
    megabytes: process.resourceUsage().maxRSS / 1024,
    value: distances.reduce((sum, one) => sum + one, 0),
  }),
);
