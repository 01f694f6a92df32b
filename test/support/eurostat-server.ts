import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A table as the server holds it: the codes of each dimension, and the figure of each cell. */
export interface ServedTable {
  readonly label?: string;
  readonly updated?: string;
  readonly dimensions: { readonly [dimension: string]: readonly string[] };
  readonly value: (cell: { readonly [dimension: string]: string }) => number | null;
  /** So many cells are sent at once; more are refused as Eurostat refuses them. */
  readonly mostCells?: number;
}

/** What happens to one request in place of the right answer, or to that answer on its way. */
export type Step = (
  response: ServerResponse,
  answer: { status: number; body: string },
  request: IncomingMessage,
) => void;

export interface EurostatServer {
  readonly baseUrl: string;
  /** The requests that came, in order. */
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage["headers"] }[];
  /** What happens to the next requests, one each; afterwards they are answered rightly. */
  readonly next: (...steps: readonly Step[]) => void;
  /** Requests that are neither answered nor given up. */
  readonly open: () => number;
  /** Called at each event of a request: it came, its answer began, it ended. */
  onEvent: () => void;
  readonly close: () => Promise<void>;
}

/** The ids that the guide gives the faults. */
const FAULT_IDS: { readonly [status: number]: number } = { 400: 150, 404: 100, 413: 413, 500: 500 };

export const errorBody = (status: number, label: string, id: number = FAULT_IDS[status] ?? status): string =>
  JSON.stringify({ error: [{ status, id, label }] });

const LATER = "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. Please try again later.";

const send = (response: ServerResponse, status: number, body: string, headers = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};

interface Steps {
  right(): Step;
  status(status: number, body?: string, headers?: object): Step;
  tooBig(): Step;
  laterAsWarning(): Step;
  laterAsError(): Step;
  cut(): Step;
  truncated(): Step;
  stall(): Step;
  silence(): Step;
  altered(change: (set: { [key: string]: unknown }) => void, headers?: object): Step;
  marked(etag: string): Step;
  redirected(): Step;
}

/** The faults that the client must live with. */
export const steps: Steps = {
  right:
    (): Step =>
    (response, { status, body }) =>
      send(response, status, body),
  status:
    (status: number, body = "", headers = {}): Step =>
    (response) =>
      send(response, status, body, headers),
  tooBig: (): Step => (response) =>
    send(
      response,
      413,
      errorBody(
        413,
        "EXTRACTION_TOO_BIG: The requested extraction is too big, estimated 9000000 rows, max authorised is 5000000, please change your filters to reduce the extraction size",
      ),
    ),
  /** As the guide shows it: a warning in a reply with the status 200. */
  laterAsWarning: (): Step => (response) =>
    send(response, 200, JSON.stringify({ warning: { status: 413, label: LATER } })),
  /** As it was seen in 2026: an error with the status 413. */
  laterAsError: (): Step => (response) => send(response, 413, errorBody(413, LATER)),
  /** The connection breaks in the middle of the body. */
  cut:
    (): Step =>
    (response, { body }) => {
      response.writeHead(200, { "content-length": Buffer.byteLength(body) });
      response.write(body.slice(0, body.length / 2), () => response.destroy());
    },
  /** A whole reply, whose text ends too early. */
  truncated:
    (): Step =>
    (response, { body }) =>
      send(response, 200, body.slice(0, body.length / 2)),
  /** The body begins and never ends. */
  stall:
    (): Step =>
    (response, { body }) => {
      response.writeHead(200, { "content-length": Buffer.byteLength(body) });
      response.write(body.slice(0, 10));
    },
  /** Not even a beginning. */
  silence: (): Step => () => undefined,
  altered:
    (change: (set: { [key: string]: unknown }) => void, headers = {}): Step =>
    (response, { status, body }) => {
      const set = JSON.parse(body) as { [key: string]: unknown };
      change(set);
      send(response, status, JSON.stringify(set), headers);
    },
  /** The right answer with a mark, and "unchanged" for those who know it. */
  marked:
    (etag: string): Step =>
    (response, { status, body }, request) =>
      request.headers["if-none-match"] === etag
        ? response.writeHead(304, { etag }).end()
        : send(response, status, body, { etag }),
  redirected: (): Step => (response, _, request) =>
    response.writeHead(302, { location: `/moved${request.url}` }).end(),
};

const LEVELS: { readonly [level: string]: RegExp } = {
  aggregate: /^E[UA]\d/,
  country: /^[A-Z]{2}$/,
  nuts1: /^[A-Z]{2}.$/,
  nuts2: /^[A-Z]{2}..$/,
  nuts3: /^[A-Z]{2}...$/,
};

/** Serves tables on the loopback as Eurostat's statistics API does. */
export async function serveEurostat(
  tables: { readonly [dataset: string]: ServedTable },
  options: { readonly always?: Step } = {},
): Promise<EurostatServer> {
  const requests: EurostatServer["requests"] = [];
  const queue: Step[] = [];
  const sockets = new Set<Socket>();
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    const url = new URL(request.url!, "http://server");
    requests.push({ url, headers: request.headers });
    response.on("close", () => {
      open -= 1;
      self.onEvent();
    });
    self.onEvent();
    const step = queue.shift() ?? options.always ?? steps.right();
    step(response, answerTo(url, tables), request);
    self.onEvent();
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const self: EurostatServer = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/data`,
    requests,
    next: (...more) => queue.push(...more),
    open: () => open,
    onEvent: () => undefined,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return self;
}

const RANGES = ["sinceTimePeriod", "untilTimePeriod", "lastTimePeriod"];

function answerTo(
  url: URL,
  tables: { readonly [dataset: string]: ServedTable },
): { status: number; body: string } {
  const refuse = (status: number, label: string) => ({ status, body: errorBody(status, label) });
  const dataset = url.pathname.split("/").at(-1)!;
  const table = tables[dataset];
  if (table === undefined)
    return refuse(404, `ERR_NOT_FOUND_4: ${dataset.toUpperCase()} is not available for dissemination.`);
  const asked = (name: string): string[] => url.searchParams.getAll(name);
  const unknown = [...url.searchParams.keys()].find(
    (name) => !["format", "lang", "geoLevel", ...RANGES].includes(name) && !(name in table.dimensions),
  );
  if (unknown !== undefined)
    return refuse(
      400,
      `INVALID_QUERY_DIMENSION: Query is invalid as per its structure's definition. Dimension "${unknown.toUpperCase()}" is not defined`,
    );
  if (asked("geo").length > 0 && asked("geoLevel").length > 0)
    return refuse(400, "'geo' parameter and 'geoLevel' parameter cannot be set at the same time.");
  const [since, until, last] = RANGES.map((name) => asked(name)[0]);
  const names = Object.keys(table.dimensions);
  const codes = names.map((name) => {
    const all = table.dimensions[name]!.filter(
      (code) => asked(name).length === 0 || asked(name).includes(code),
    );
    if (name === "geo" && asked("geoLevel").length > 0)
      return all.filter((code) => asked("geoLevel").some((level) => LEVELS[level]?.test(code)));
    if (name !== "time") return all;
    const inRange = all.filter((code) => code >= (since ?? "") && code <= (until ?? "9999"));
    return last === undefined ? inRange : inRange.slice(-Number(last));
  });
  const size = codes.map((one) => one.length);
  const cells = size.reduce((product, one) => product * one, 1);
  if (cells > (table.mostCells ?? Infinity))
    return refuse(
      413,
      `EXTRACTION_TOO_BIG: The requested extraction is too big, estimated ${cells} rows, max authorised is ${table.mostCells}, please change your filters to reduce the extraction size`,
    );
  return { status: 200, body: JSON.stringify(cubeOf(dataset, table, names, codes, size, cells)) };
}

function cubeOf(
  dataset: string,
  { label = `Table ${dataset}`, updated = "2026-02-10T11:00:00+0100", value }: ServedTable,
  names: readonly string[],
  codes: readonly (readonly string[])[],
  size: readonly number[],
  cells: number,
): object {
  const values: { [cell: number]: number } = {};
  const status: { [cell: number]: string } = {};
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    const keys: { [dimension: string]: string } = {};
    for (let i = names.length - 1; i >= 0; i--) {
      keys[names[i]!] = codes[i]![rest % size[i]!]!;
      rest = Math.floor(rest / size[i]!);
    }
    const figure = value(keys);
    if (figure === null) status[cell] = "c";
    else if (!Number.isNaN(figure)) values[cell] = figure;
  }
  return {
    version: "2.0",
    class: "dataset",
    label,
    source: "ESTAT",
    updated,
    id: names,
    size,
    dimension: Object.fromEntries(
      names.map((name, i) => [
        name,
        {
          label: name,
          category: {
            index: Object.fromEntries(codes[i]!.map((code, at) => [code, at])),
            label: Object.fromEntries(codes[i]!.map((code) => [code, `Name of ${code}`])),
          },
        },
      ]),
    ),
    value: values,
    ...(Object.keys(status).length > 0 ? { status } : {}),
    extension: { lang: "EN", id: dataset.toUpperCase(), agencyId: "ESTAT" },
  };
}
