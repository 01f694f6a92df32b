// The page: shows what the worker answers. It never waits for a number itself.
import { textIn } from "reference-regions";
import type { Answer, Question } from "./messages.js";

const COUNT = 10;
const DRAWS = 1_000;

const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const regions = part<HTMLSelectElement>("regions");
const list = part<HTMLOListElement>("list");
const progress = part<HTMLProgressElement>("progress");
const status = part("status");
const [ask, cancel] = [part<HTMLButtonElement>("ask"), part<HTMLButtonElement>("cancel")];

const worker = new Worker("worker.js");
const say = (question: Question): void => worker.postMessage(question);

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  if (data.is === "opened") {
    regions.replaceChildren(...data.regions.map(({ id, name }) => new Option(`${name} (${id})`, id)));
    regions.value = "ES21";
    askForList();
  } else if (data.is === "list") {
    list.replaceChildren(
      ...data.list.regions.map(({ id, name, similarity }) =>
        item(id, `${textIn(name)}: similarity ${Math.round(similarity)}`),
      ),
    );
  } else if (data.is === "progress") {
    progress.max = data.total;
    progress.value = data.done;
  } else if (data.is === "certainty") {
    for (const { id, inclusion } of data.sensitivity.regions)
      list
        .querySelector(`[data-id="${id}"]`)
        ?.append(`, in ${Math.round(100 * inclusion)} % of the variants`);
    rest(`${data.sensitivity.draws} variants`);
  } else if (data.is === "cancelled") rest("cancelled");
  else rest(data.message);
});

function item(id: string, text: string): HTMLLIElement {
  const made = document.createElement("li");
  made.dataset.id = id;
  made.textContent = text;
  return made;
}

function rest(said: string): void {
  status.textContent = said;
  progress.hidden = cancel.hidden = true;
  ask.disabled = false;
}

function askForList(): void {
  status.textContent = "";
  say({ ask: "list", target: regions.value, count: COUNT });
}

regions.addEventListener("change", askForList);
ask.addEventListener("click", () => {
  progress.hidden = cancel.hidden = false;
  progress.removeAttribute("value");
  ask.disabled = true;
  askForList();
  say({ ask: "certainty", target: regions.value, count: COUNT, draws: DRAWS });
});
cancel.addEventListener("click", () => say({ ask: "cancel" }));

const [csv, framework] = await Promise.all([
  fetch("regions.csv").then((reply) => reply.text()),
  fetch("framework.json").then((reply) => reply.json() as Promise<unknown>),
]);
say({ ask: "open", csv, framework });
