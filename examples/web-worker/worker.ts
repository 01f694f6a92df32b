// Holds the table and does the work, so that the page stays free. Questions come in, answers go out, and long work can be cancelled.
import {
  assessSensitivity,
  buildSpace,
  findReferenceRegions,
  parseFramework,
  prepare,
  type RegionTable,
  readRegionsCsv,
  type StructuralSpace,
  textIn,
} from "reference-regions";
import type { Answer, Question } from "./messages.js";

let opened: { readonly table: RegionTable; readonly space: StructuralSpace } | undefined;
let running = new AbortController();

const say = (answer: Answer): void => self.postMessage(answer);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: Error) => {
    say(error.name === "AbortError" ? { is: "cancelled" } : { is: "problem", message: error.message });
  });
});

async function answer(question: Question): Promise<void> {
  if (question.ask === "cancel") return running.abort();
  if (question.ask === "open") {
    const table = readRegionsCsv(question.csv, parseFramework(question.framework));
    opened = { table, space: buildSpace(prepare(table)) };
    return say({ is: "opened", regions: table.regions.map(({ id, name }) => ({ id, name: textIn(name) })) });
  }
  if (opened === undefined) throw new Error("Open a table first.");
  const { target, count } = question;
  if (question.ask === "list")
    return say({ is: "list", list: findReferenceRegions(opened.space, target, { count }) });
  running.abort();
  running = new AbortController();
  const sensitivity = await assessSensitivity(opened.table, target, {
    plan: { reference: { count } },
    draws: question.draws,
    seed: 1,
    signal: running.signal,
    onProgress: ({ done, total }) => say({ is: "progress", done, total }),
  });
  say({ is: "certainty", sensitivity });
}
