import { DataError, OptionsError, parseFramework } from "reference-regions";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type DatasetRequest,
  type DownloadOptions,
  downloadEurostat,
  memoryCache,
  readJsonStat,
  toRegionTable,
} from "../../../src/eurostat/index.js";
import {
  type EurostatServer,
  errorBody,
  type ServedTable,
  type Step,
  serveEurostat,
  steps,
} from "../../support/eurostat-server.js";
import { realData, realText } from "../samples.js";

const geo = ["EU27_2020", "ES", "ES2", "ES21", "ES22", "ESZZ", "FR", "FR10", "FR101"];
const jobs: ServedTable = {
  label: "Employment by activity",
  dimensions: {
    freq: ["A"],
    unit: ["THS", "PC"],
    nace_r2: ["A", "B", "C", "TOTAL"],
    geo,
    time: ["2018", "2019", "2020", "2021", "2022"],
  },
  value: ({ unit, nace_r2, geo, time }) => {
    if (geo === "FR10" && time === "2022") return null;
    return (unit === "PC" ? 1 : 100) * (nace_r2!.length + geo!.charCodeAt(geo!.length - 1)) + Number(time);
  },
};
const people: ServedTable = {
  dimensions: { freq: ["A"], sex: ["F", "M", "T"], geo, time: ["2020", "2021", "2022"] },
  value: ({ sex, time }) => ({ F: 10, M: 9, T: 19 })[sex as "F" | "M" | "T"]! * 100 + Number(time),
};

let server: EurostatServer;
beforeEach(async () => {
  server = await serveEurostat({ jobs, people, big: { ...jobs, mostCells: 12 } });
});
afterEach(() => server.close());

/** Asks the server, with waits too short to matter. */
const download = (
  what: Parameters<typeof downloadEurostat>[0],
  options: DownloadOptions = {},
): ReturnType<typeof downloadEurostat> =>
  downloadEurostat(what, { baseUrl: server.baseUrl, waitMs: 1, timeoutMs: 2000, ...options });

const one: DatasetRequest[] = [{ dataset: "jobs", select: { unit: "THS", nace_r2: "A" } }];

/** The issues with which a download is refused. */
async function refusal(asked: Promise<unknown>): Promise<DataError> {
  const error = await asked.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(DataError);
  return error as DataError;
}
const queries = (): string[] => server.requests.map(({ url }) => url.search);

const indicator = (id: string, from: object) => ({ id, name: id, dimension: "d", role: "structural", from });
const frameworkOf = (...indicators: object[]) =>
  parseFramework({
    schemaVersion: 1,
    id: "own",
    name: "Own",
    dimensions: [{ id: "d", name: "D" }],
    indicators,
  });

describe("downloadEurostat asks", () => {
  test("for the cells of a request, in the form that the API wants", async () => {
    const { data, names, sources, notes } = await download(one, { time: 2022 });
    expect(queries()).toEqual(["?format=JSON&lang=EN&geoLevel=nuts2&nace_r2=A&unit=THS&time=2022"]);
    expect(data.jobs!.dimensions).toEqual(["freq", "unit", "nace_r2"]);
    expect(data.jobs!.observations.map(({ geo, value, flag }) => [geo, value, flag])).toEqual([
      ["ES21", 7022, null],
      ["ES22", 7122, null],
      ["ESZZ", 11122, null],
      ["FR10", null, "c"],
    ]);
    expect(names).toEqual({
      ES21: "Name of ES21",
      ES22: "Name of ES22",
      ESZZ: "Name of ESZZ",
      FR10: "Name of FR10",
    });
    expect(sources).toEqual([
      {
        dataset: "jobs",
        label: "Employment by activity",
        urls: [`${server.baseUrl}/jobs?format=JSON&lang=EN&geoLevel=nuts2&nace_r2=A&unit=THS&time=2022`],
        updated: "2026-02-10T11:00:00+0100",
      },
    ]);
    expect(notes).toEqual([]);
  });

  test.each([
    [2021, "&time=2021"],
    [[2020, 2021], "&time=2020&time=2021"],
    [{ since: 2020 }, "&sinceTimePeriod=2020"],
    [{ since: 2020, until: 2021 }, "&sinceTimePeriod=2020&untilTimePeriod=2021"],
    [{ latest: 2 }, "&lastTimePeriod=2"],
    [undefined, ""],
  ])("for the periods %j", async (time, expected) => {
    const { data } = await download(one, { time });
    expect(queries()).toEqual([`?format=JSON&lang=EN&geoLevel=nuts2&nace_r2=A&unit=THS${expected}`]);
    const years = [...new Set(data.jobs!.observations.map((seen) => seen.time))];
    const all = jobs.dimensions.time!.map(Number);
    const wanted =
      time === undefined
        ? all
        : typeof time === "number"
          ? [time]
          : Array.isArray(time)
            ? time
            : "latest" in time
              ? all.slice(-time.latest)
              : all.filter((year) => year >= 2020 && year <= ("until" in time ? 2021 : 2022));
    expect(years).toEqual(wanted.map(String));
  });

  test("for several levels, or for places by their codes, never for both", async () => {
    const levels = await download(one, { geoLevel: ["country", "nuts3"], time: 2021 });
    expect(Object.keys(levels.names)).toEqual(["ES", "FR", "FR101"]);
    const places = await download([{ dataset: "jobs", select: { geo: ["ES21", "FR10"], unit: "PC" } }]);
    expect(Object.keys(places.names)).toEqual(["ES21", "FR10"]);
    expect(server.requests[1]!.url.searchParams.has("geoLevel")).toBe(false);
  });

  test("once for what all indicators of a framework need of a data set, and makes their table", async () => {
    const share = { share: { select: { unit: "THS", nace_r2: "TOTAL" } } };
    const perHead = { ratio: { dataset: "people", select: { sex: "T" } } };
    const framework = frameworkOf(
      indicator("a", { dataset: "jobs", select: { unit: "THS", nace_r2: "A" }, derive: share }),
      indicator("b", { dataset: "jobs", select: { unit: "THS", nace_r2: ["B", "C"] }, derive: perHead }),
      indicator("women", { dataset: "people", select: { sex: "F" } }),
    );
    const { data, names } = await download(framework, { time: 2021, geoLevel: "nuts2" });
    expect(queries()).toEqual([
      "?format=JSON&lang=EN&geoLevel=nuts2&nace_r2=A&nace_r2=B&nace_r2=C&nace_r2=TOTAL&unit=THS&time=2021",
      "?format=JSON&lang=EN&geoLevel=nuts2&sex=F&sex=T&time=2021",
    ]);
    const table = toRegionTable(data, framework, { names });
    expect(table.regions.map(({ name }) => name)).toEqual(["Name of ES21", "Name of ES22", "Name of FR10"]);
    const total = (nace: string, place: string) =>
      jobs.value({ unit: "THS", nace_r2: nace, geo: place, time: "2021" })!;
    expect(table.columns.a![0]).toBeCloseTo((100 * total("A", "ES21")) / total("TOTAL", "ES21"), 12);
    expect(table.columns.b![1]).toBeCloseTo((total("B", "ES22") + total("C", "ES22")) / 3921, 12);
    expect(table.columns.women).toEqual([3021, 3021, 3021]);
  });

  test("twice rather than for cells that nobody asked for, and joins the replies without doubled cells", async () => {
    const { data, sources } = await download(
      [
        { dataset: "jobs", select: { unit: "THS", nace_r2: ["A", "B"] } },
        { dataset: "jobs", select: { unit: ["PC", "THS"], nace_r2: "A" } },
      ],
      { time: 2021 },
    );
    expect(queries()).toHaveLength(2);
    expect(sources).toMatchObject([{ dataset: "jobs", urls: [expect.any(String), expect.any(String)] }]);
    const cells = data.jobs!.observations.map(({ geo, keys }) => `${geo} ${keys.unit} ${keys.nace_r2}`);
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.filter((cell) => cell.startsWith("ES21"))).toEqual([
      "ES21 THS A",
      "ES21 THS B",
      "ES21 PC A",
    ]);
  });

  test("two at a time and no more", async () => {
    await server.close();
    const slow: Step = (...request) => setTimeout(() => steps.right()(...request), 5);
    server = await serveEurostat({ jobs, people }, { always: slow });
    let most = 0;
    server.onEvent = () => {
      most = Math.max(most, server.open());
    };
    const many = ["A", "B", "C", "TOTAL"].flatMap((nace_r2, i) => [
      { dataset: "jobs", select: { nace_r2, unit: i % 2 === 0 ? "PC" : "THS" } },
      { dataset: "people", select: { sex: "F", geo: geo[i]! } },
    ]);
    await download(many);
    expect(most).toBe(2);
    most = 0;
    await download(many, { concurrency: 1 });
    expect(most).toBe(1);
  });
});

describe("downloadEurostat refuses", () => {
  test.each([
    [
      [{ dataset: "../x" }],
      {},
      'downloadEurostat.what[0].dataset: expected the code of a data set, got "../x".',
    ],
    [
      [{ dataset: "x", select: { time: "2020" } }],
      {},
      "downloadEurostat.what[0].select.time: expected a dimension of the data set, got a parameter of the request. Use the option time.",
    ],
    [
      [{ dataset: "x", selct: {} }],
      {},
      'downloadEurostat.what[0]: unknown key "selct". Did you mean "select"?',
    ],
    [[], {}, "downloadEurostat.what: expected a list of at least 1 entry, got []."],
    ["tgs00003", {}, 'downloadEurostat.what: expected a list, got "tgs00003".'],
    [[{ dataset: "x" }], { geoLevel: "nuts4" }, "downloadEurostat.geoLevel: expected"],
    [[{ dataset: "x" }], { time: "2020" }, "downloadEurostat.time: expected"],
    [
      [{ dataset: "x" }],
      { time: { since: 2020, until: 2019 } },
      "downloadEurostat.time.until: expected a year from 2020 on, got 2019.",
    ],
    [
      [{ dataset: "x" }],
      { cache: {} },
      "downloadEurostat.cache: expected an object with the functions get and set, got {}.",
    ],
    [[{ dataset: "x" }], { fetch: "no" }, "downloadEurostat.fetch: expected a function"],
    [[{ dataset: "x" }], { baseUrl: "eurostat" }, "downloadEurostat.baseUrl: expected an address"],
    [[{ dataset: "x" }], { timeoutMs: 2 ** 31 }, "downloadEurostat.timeoutMs: expected a number of at most"],
  ])("%j with %j", async (what, options, message) => {
    const error = await download(what as never, options as never).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OptionsError);
    expect((error as Error).message).toContain(message);
    expect(server.requests).toEqual([]);
  });

  test("a framework whose indicators have no source", async () => {
    const { from: _, ...bare } = indicator("a", {});
    await expect(download(frameworkOf(bare))).rejects.toThrow(OptionsError);
  });
});

describe("downloadEurostat tells", () => {
  test("every data set that failed, with the API's own words", async () => {
    const error = await refusal(
      download([
        { dataset: "nope" },
        { dataset: "jobs", select: { sex: "F" } },
        { dataset: "people", select: { sex: "X" } },
        ...one,
      ]),
    );
    const at = (dataset: string, search: string) =>
      `${server.baseUrl}/${dataset}?format=JSON&lang=EN&geoLevel=nuts2${search}`;
    expect(error.issues).toEqual([
      {
        code: "http",
        path: "nope",
        message: `nope: expected data (geoLevel=nuts2), got HTTP 404: ERR_NOT_FOUND_4: NOPE is not available for dissemination. Mend the code of the data set. Address: ${at("nope", "")}`,
      },
      {
        code: "http",
        path: "jobs",
        message: `jobs: expected data (sex=F, geoLevel=nuts2), got HTTP 400: INVALID_QUERY_DIMENSION: Query is invalid as per its structure's definition. Dimension "SEX" is not defined. Mend the selection. Address: ${at("jobs", "&sex=F")}`,
      },
      {
        code: "no-figures",
        path: "people",
        message: `people: expected data (sex=X, geoLevel=nuts2), got none. The API answers codes that it does not know with no data: mend the selection, or ask for more years or other levels. Address: ${at("people", "&sex=X")}`,
      },
    ]);
  });

  test("codes and years without figures, where others have some", async () => {
    const { notes } = await download([{ dataset: "people", select: { sex: ["F", "X"] } }], {
      time: [2019, 2020],
    });
    expect(notes).toEqual([
      {
        code: "codes-without-figures",
        dataset: "people",
        dimension: "sex",
        codes: ["X"],
        message: "Data set people: no figure came for sex X.",
      },
      expect.objectContaining({ dimension: "time", codes: ["2019"] }),
    ]);
  });

  test("which indicators need more years than are asked for, and honours the range", async () => {
    const framework = frameworkOf(
      indicator("level", { dataset: "people", select: { sex: "T" } }),
      indicator("growth", { dataset: "people", select: { sex: "T" }, derive: { growth: 2 } }),
      indicator("mean", { dataset: "people", select: { sex: "T" }, derive: { average: 2 } }),
    );
    const tooFew = async (time: DownloadOptions["time"]) =>
      (await download(framework, { time })).notes.map((note) => note.indicator);
    expect(await tooFew(2022)).toEqual(["growth", "mean"]);
    expect(await tooFew([2020, 2022])).toEqual(["mean"]);
    expect(await tooFew({ since: 2021, until: 2022 })).toEqual(["growth"]);
    expect(await tooFew({ latest: 2 })).toEqual(["growth"]);
    expect(await tooFew({ since: 2022 })).toEqual([]);
    expect(await tooFew(undefined)).toEqual([]);
    expect(server.requests[0]!.url.searchParams.getAll("time")).toEqual(["2022"]);
  });

  test("how far it is", async () => {
    const seen: object[] = [];
    await download([...one, { dataset: "people", select: { sex: "T" } }], {
      concurrency: 1,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen).toEqual([
      { stage: "download", done: 1, total: 2 },
      { stage: "download", done: 2, total: 2 },
    ]);
  });
});

describe("downloadEurostat lives with", () => {
  test.each([
    ["HTTP 500 three times", [500, 500, 500].map((status) => steps.status(status)), 4],
    ["HTTP 408", [steps.status(408)], 2],
    ["HTTP 503 with an error body", [steps.status(503, errorBody(500, "Internal error"))], 2],
    ["HTTP 429 with Retry-After", [steps.status(429, "", { "retry-after": "0" })], 2],
    ["a connection cut in the middle of the body", [steps.cut(), steps.cut()], 3],
    ["a JSON text that ends too early", [steps.truncated()], 2],
    ["a page of another service", [steps.status(200, "<html>Maintenance</html>")], 2],
    ["an empty body", [steps.status(200, "")], 2],
    ["asynchronous replies with HTTP 200", [steps.laterAsWarning(), steps.laterAsWarning()], 3],
    ["asynchronous replies with HTTP 413", [steps.laterAsError(), steps.laterAsError()], 3],
    ["a body and a beginning that stall", [steps.stall(), steps.silence()], 3],
    ["a redirect", [steps.redirected()], 2],
  ])("%s", async (_, faults, requests) => {
    const right = await download(one);
    server.next(...faults);
    // Long enough for a busy machine; what stalls is waited for.
    expect(await download(one, { timeoutMs: 500 })).toEqual(right);
    expect(server.requests).toHaveLength(1 + requests);
  });

  const urlOfOne = () => `${server.baseUrl}/jobs?format=JSON&lang=EN&geoLevel=nuts2&nace_r2=A&unit=THS`;

  test.each([
    ["http", "HTTP 500 (asked 3 times). Try again later.", () => steps.status(500)],
    ["http", 'HTTP 502: "<html>" (asked 3 times). Try again later.', () => steps.status(502, "<html>")],
    ["network", "no whole reply (", () => steps.cut()],
    [
      "timeout",
      "no whole reply within 0.05 seconds (asked 3 times). Try again later, give it",
      () => steps.stall(),
    ],
    [
      "timeout",
      "no whole reply within 0.05 seconds (asked 3 times). Try again later, give it",
      () => steps.silence(),
    ],
    ["not-json", 'no JSON but "{\\"version', () => steps.truncated()],
    [
      "not-json",
      "no JSON but an empty body (asked 3 times). The reply was cut off",
      () => steps.status(200, ""),
    ],
    [
      "not-ready",
      "HTTP 413: ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. Please try again later (asked 3 times). Ask again",
      () => steps.laterAsError(),
    ],
  ])("%s only so long: %s", async (code, got, fault) => {
    server.next(fault(), fault(), fault(), fault());
    const error = await refusal(
      download(one, { retries: 2, polls: 2, ...(code === "timeout" ? { timeoutMs: 50 } : {}) }),
    );
    expect(error.issues).toMatchObject([{ code, path: "jobs" }]);
    expect(error.message).toContain(`jobs: expected data (nace_r2=A, unit=THS, geoLevel=nuts2), got ${got}`);
    expect(error.message).toContain(`Address: ${urlOfOne()}`);
    expect(server.requests).toHaveLength(3);
  });

  test("a server that is not there", async () => {
    await server.close();
    const error = await refusal(download(one, { retries: 1 }));
    expect(error.code).toBe("network");
    expect(error.message).toContain("ECONNREFUSED");
  });

  test.each([
    [
      "another data set",
      "another-data-set",
      'the data set "OTHER"',
      (set: Altered) => Object.assign(set.extension!, { id: "OTHER" }),
    ],
    [
      "codes that were shut out",
      "another-data-set",
      'the code "B" in nace_r2, which was not asked for',
      (set: Altered) => Object.assign(set.dimension.nace_r2!.category, { index: { B: 0 } }),
    ],
    [
      "years that were shut out",
      "another-data-set",
      'the period "2017", which was not asked for',
      (set: Altered) => Object.assign(set.dimension.time!.category, { index: { 2017: 0 } }),
    ],
    [
      "a dimension less",
      "another-data-set",
      'a data set without the dimension "unit"',
      (set: Altered) => {
        Object.assign(set, { id: ["freq", "nace_r2", "geo", "time"], size: [1, 1, set.size[3], 1] });
        delete set.dimension.unit;
      },
    ],
    [
      "another form",
      "not-json-stat",
      'expected "dataset", got "collection".',
      (set: Altered) => Object.assign(set, { class: "collection" }),
    ],
    [
      "a cell outside",
      "not-a-cell",
      "expected the position of a cell",
      (set: Altered) => Object.assign(set.value, { 9999: 1 }),
    ],
  ])("no reply with %s", async (_, code, got, change) => {
    server.next(steps.altered((set) => void change(set as unknown as Altered)));
    const error = await refusal(download(one, { time: 2021 }));
    expect(error.issues).toMatchObject([{ code, path: "jobs" }]);
    expect(error.message).toContain(got);
    expect(server.requests).toHaveLength(1);
  });

  interface Altered {
    size: number[];
    value: object;
    extension?: object;
    dimension: { [name: string]: { category: object } };
  }

  test("no data set that changed while it was read", async () => {
    server.next(
      steps.right(),
      steps.altered((set) => Object.assign(set, { updated: "2026-02-11T11:00:00+0100" })),
    );
    const what = [
      { dataset: "jobs", select: { unit: "THS", nace_r2: "A" } },
      { dataset: "jobs", select: { unit: "PC", nace_r2: "B" } },
    ];
    const error = await refusal(download(what, { concurrency: 1 }));
    expect(error.message).toBe(
      "jobs: expected one edition of the data set, got replies of several editions (2026-02-10T11:00:00+0100, 2026-02-11T11:00:00+0100). It was changed while it was read: download it again.",
    );
  });
});

test("two replies of one edition that disagree are refused", async () => {
  server.next(
    steps.right(),
    steps.altered((set) => Object.assign(set.value as object, { 0: 1 })),
  );
  const what = [
    { dataset: "jobs", select: { unit: "THS", nace_r2: ["A", "B"] } },
    { dataset: "jobs", select: { unit: ["PC", "THS"], nace_r2: "A" } },
  ];
  const error = await refusal(download(what, { concurrency: 1, time: 2021 }));
  expect(error.issues).toMatchObject([{ code: "changed-meanwhile", path: "jobs" }]);
  expect(error.message).toContain("got 7021 and 1 for the same cell (ES21, 2021, A, THS, A).");
});

describe("a request that is too large", () => {
  const what = (dataset: string) => [{ dataset, select: { unit: "THS", nace_r2: ["A", "B", "C", "TOTAL"] } }];

  test.each([
    ["by its years", [2018, 2019, 2020, 2021, 2022]],
    ["by its range", { since: 2018, until: 2022 }],
  ])("is divided %s and its codes, and the parts are the whole", async (_, time) => {
    const whole = await download(what("jobs"), { time });
    const totals: number[] = [];
    const parts = await download(what("big"), { time, onProgress: ({ total }) => totals.push(total) });
    const cells = ({ observations }: { observations: readonly object[] }) =>
      observations.map((one) => JSON.stringify(one)).sort();
    expect(cells(parts.data.big!)).toEqual(cells(whole.data.jobs!));
    expect(parts.sources[0]!.urls.length).toBeGreaterThan(4);
    expect(parts.names).toEqual(whole.names);
    expect(totals.at(-1)).toBe(parts.sources[0]!.urls.length);
  });

  test("is divided at HTTP 414 too", async () => {
    server.next(steps.status(414));
    const { sources } = await download(what("jobs"));
    expect(sources[0]!.urls).toHaveLength(2);
  });

  test("is refused where nothing is left to divide, and says how to", async () => {
    const error = await refusal(download([{ dataset: "big", select: { unit: "THS", nace_r2: "A" } }]));
    expect(error.issues).toMatchObject([{ code: "too-large", path: "big" }]);
    expect(error.message).toContain(
      "got HTTP 413: EXTRACTION_TOO_BIG: The requested extraction is too big, estimated 20 rows, max authorised is 12, please change your filters to reduce the extraction size. Name codes in more dimensions of select, fewer levels of regions, or years (since and until, or a list).",
    );
  });

  test("is given up at its first part that fails", async () => {
    const rest = Array.from({ length: 20 }, () => steps.tooBig());
    server.next(...rest);
    const error = await refusal(download(what("jobs"), { time: [2018, 2019, 2020, 2021] }));
    expect(error.issues).toMatchObject([{ code: "too-large" }]);
    expect(server.requests).toHaveLength(5);
  });

  test("may have parts without data", async () => {
    server.next(steps.tooBig(), steps.status(400, errorBody(400, "No results found", 100)), steps.right());
    const { data, notes } = await download(what("jobs"), { time: [2022, 2021, 2020, 2019, 2018] });
    expect([...new Set(data.jobs!.observations.map(({ time }) => time))]).toEqual(["2018", "2019"]);
    expect(notes).toMatchObject([
      { code: "codes-without-figures", dimension: "time", codes: ["2022", "2021", "2020"] },
    ]);
  });
});

describe("the wait that a server asks for", () => {
  const waited = async (headers: object): Promise<number> => {
    server.next(steps.status(429, "", headers));
    const begun = performance.now();
    await download(one, { waitMs: 0, maxWaitMs: 1500 });
    return performance.now() - begun;
  };
  const date = "Tue, 10 Feb 2026 11:00:00 GMT";

  test("is kept, in seconds or to a date by the server's own clock", async () => {
    expect(await waited({ "retry-after": "1" })).toBeGreaterThan(990);
    expect(await waited({ "retry-after": "Tue, 10 Feb 2026 11:00:01 GMT", date })).toBeGreaterThan(990);
  });

  test("is that of the options where the header says nothing", async () => {
    expect(await waited({ "retry-after": "soon" })).toBeLessThan(900);
    expect(await waited({ "retry-after": "Tue, 10 Feb 2026 10:00:00 GMT", date })).toBeLessThan(900);
  });

  test("is not waited for beyond the bound: the request has failed", async () => {
    server.next(steps.status(429, "", { "retry-after": "3600" }));
    const error = await refusal(download(one));
    expect(error.message).toContain(
      "got HTTP 429. The server asks to wait 3600 seconds, longer than maxWaitMs. Ask again then. Address:",
    );
    expect(server.requests).toHaveLength(1);
  });

  test("grows from attempt to attempt", async () => {
    server.next(...[500, 500, 500].map((status) => steps.status(status)));
    const begun = performance.now();
    await download(one, { waitMs: 60, maxWaitMs: 120 });
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(60 + 120 + 120 - 5);
  });
});

describe("a cache", () => {
  test("is asked first, and its reply taken while the server says that it holds", async () => {
    const cache = memoryCache();
    server.next(steps.marked('"1"'), steps.marked('"1"'), steps.marked('"2"'), steps.marked('"2"'));
    const first = await download(one, { cache });
    const bodies = () => server.requests.map(({ headers }) => headers["if-none-match"]);
    expect(await download(one, { cache })).toEqual(first);
    expect(await download(one, { cache })).toEqual(first);
    expect(await download(one, { cache })).toEqual(first);
    expect(bodies()).toEqual([undefined, '"1"', '"1"', '"2"']);
  });

  test("that holds what is no reply is passed over", async () => {
    const right = await download(one);
    const url = right.sources[0]!.urls[0]!;
    for (const stored of [
      { etag: '"1"', body: "{" },
      { etag: '"1"', body: JSON.stringify({ class: "dataset" }) },
      { etag: 1 },
    ]) {
      server.next(steps.marked('"1"'), steps.marked('"1"'));
      const cache = new Map([[url, stored as never]]);
      expect(await download(one, { cache })).toEqual(right);
      expect(JSON.parse((cache.get(url) as unknown as { body: string }).body)).toMatchObject({
        class: "dataset",
        size: [1, 1, 1, 4, 5],
      });
      const left = await download(one, { cache });
      expect(left).toEqual(right);
    }
  });

  test("keeps no reply without a mark, and none that is no answer", async () => {
    const cache = new Map();
    await download(one, { cache });
    server.next(steps.altered((set) => Object.assign(set, { extension: { id: "OTHER" } }), { etag: '"1"' }));
    await refusal(download(one, { cache }));
    expect(cache.size).toBe(0);
  });

  test("may be asynchronous; what it throws is handed on", async () => {
    const stored = new Map();
    const cache = {
      get: async (url: string) => stored.get(url),
      set: async (url: string, reply: object) => {
        stored.set(url, reply);
      },
    };
    server.next(steps.marked('"1"'));
    await download(one, { cache });
    expect(stored.size).toBe(1);
    const broken = { ...cache, get: () => Promise.reject(new Error("disk is full")) };
    await expect(download(one, { cache: broken })).rejects.toThrow("disk is full");
  });
});

describe("aborting", () => {
  const many = [
    ...one,
    { dataset: "people", select: { sex: "T" } },
    { dataset: "big", select: { unit: "THS", nace_r2: ["A", "B"] } },
  ];
  const faults = () => [steps.status(500), steps.stall(), steps.laterAsWarning(), steps.cut()];
  /** All requests at the server end soon after the client has let go. */
  const settled = async (): Promise<void> => {
    // What was on its way when the client let go may still arrive.
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (let i = 0; i < 200 && server.open() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.open()).toBe(0);
  };
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

  test("before the beginning sends nothing", async () => {
    const reason = new Error("no longer needed");
    await expect(download(one, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
  });

  test("after any event rejects with the reason, and leaves no request, no timer and no listener behind", async () => {
    const before = timers();
    let events = 0;
    const run = async (abortAt: number) => {
      events = 0;
      const stop = new AbortController();
      let listeners = 0;
      const { signal } = stop;
      const add = signal.addEventListener.bind(signal);
      const remove = signal.removeEventListener.bind(signal);
      signal.addEventListener = (...args: Parameters<typeof add>) => {
        listeners += 1;
        add(...args);
      };
      signal.removeEventListener = (...args: Parameters<typeof remove>) => {
        listeners -= 1;
        remove(...args);
      };
      const reason = new Error(`stop at ${abortAt}`);
      const count = () => {
        events += 1;
        if (events === abortAt) stop.abort(reason);
      };
      server.onEvent = count;
      server.next(...faults());
      const asked = download(many, { signal, onProgress: count, timeoutMs: 150, time: [2020, 2021] });
      const outcome = await asked.then(
        () => "whole",
        (error: unknown) => error,
      );
      server.onEvent = () => undefined;
      expect(listeners).toBe(0);
      await settled();
      server.next();
      return { outcome, reason };
    };
    expect((await run(0)).outcome).toBe("whole");
    const all = events;
    expect(all).toBeGreaterThan(20);
    for (let k = 1; k <= all; k++) {
      await server.close();
      server = await serveEurostat({ jobs, people, big: { ...jobs, mostCells: 12 } });
      const { outcome, reason } = await run(k);
      // An event of the server that comes after the last reply is none that the client can hear of.
      if (outcome !== "whole") expect(outcome).toBe(reason);
      else expect(k).toBeGreaterThan(events - 3);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(timers()).toBeLessThanOrEqual(before + 1);
  });

  test("ends a wait at once", async () => {
    const stop = new AbortController();
    server.next(steps.status(500));
    server.onEvent = () => setTimeout(() => stop.abort("enough"), 30);
    const begun = performance.now();
    await expect(download(one, { signal: stop.signal, waitMs: 60_000 })).rejects.toBe("enough");
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test("ends a request at once whose body stalls", async () => {
    const stop = new AbortController();
    server.next(steps.stall());
    server.onEvent = () => setTimeout(() => stop.abort("enough"), 20);
    const begun = performance.now();
    await expect(download(one, { signal: stop.signal, timeoutMs: 60_000 })).rejects.toBe("enough");
    expect(performance.now() - begun).toBeLessThan(2000);
    await settled();
  });

  test("works with a fetch that does not listen", async () => {
    const reason = new Error("enough");
    const stop = new AbortController();
    const deaf = () => new Promise<never>(() => undefined);
    setTimeout(() => stop.abort(reason), 10);
    const told: object[] = [];
    await expect(
      download(one, {
        signal: stop.signal,
        fetch: deaf,
        timeoutMs: 60_000,
        retries: 0,
        onProgress: (progress) => told.push(progress),
      }),
    ).rejects.toBe(reason);
    expect(told).toEqual([]);
    const error = await refusal(download(one, { fetch: deaf, timeoutMs: 10, retries: 0 }));
    expect(error.code).toBe("timeout");
  });

  test("works with a cache that never answers", async () => {
    const reason = new Error("enough");
    const never = () => new Promise<never>(() => undefined);
    for (const cache of [
      { get: never, set: () => undefined },
      { get: () => null, set: never },
    ]) {
      const stop = new AbortController();
      setTimeout(() => stop.abort(reason), 20);
      server.next(steps.marked('"1"'));
      await expect(download(one, { cache, signal: stop.signal })).rejects.toBe(reason);
    }
  });

  test("happens of itself where onProgress throws, and nothing goes on behind it", async () => {
    const thrown = new Error("mine");
    const asked = download(many, {
      onProgress: () => {
        throw thrown;
      },
    });
    await expect(asked).rejects.toBe(thrown);
    await settled();
    const { length } = server.requests;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.requests).toHaveLength(length);
  });
});

test.skipIf(realData === null)("a real reply of the API is read, with the names of its regions", async () => {
  const body = realText("raw/samples/eurostat-api-nama_10r_2gdp.jsonstat.json");
  const { data, names, sources, notes } = await downloadEurostat(
    [{ dataset: "nama_10r_2gdp", select: { unit: ["MIO_EUR", "PPS_EU27_2020_HAB"] } }],
    { fetch: async () => new Response(body) },
  );
  expect(data).toEqual({ nama_10r_2gdp: readJsonStat(body) });
  expect(Object.keys(names)).toHaveLength(9);
  expect(sources).toMatchObject([
    {
      label: "Gross domestic product (GDP) at current market prices by NUTS 2 region",
      updated: "2026-02-10T11:00:00+0100",
    },
  ]);
  expect(notes).toEqual([]);
});
