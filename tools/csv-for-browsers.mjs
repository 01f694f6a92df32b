// What browsers load for "#csv-parse": csv-parse itself, with a small Buffer (see small-buffer.mjs and tsup.config.ts).
export { parse } from "../node_modules/csv-parse/lib/sync.js";
