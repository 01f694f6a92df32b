import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../../examples/backend/server.js";
import { openServer, openServerForTest } from "../support/backend.js";

const begin = ({ app }: Server, draws: number) =>
  app.inject({
    method: "POST",
    url: "/tables/eu-nuts2/sensitivity",
    payload: { target: "ES21", plan: { sensitivity: { draws } } },
  });
const stateOf = async ({ app }: Server, self: string): Promise<string> =>
  (await app.inject(self)).json().state;
const LONG = 5_000;

describe("a job", () => {
  let server: Server;
  beforeAll(async () => {
    server = await openServer();
  });
  afterAll(() => server.app.close());

  test("is told with its progress, has no result before it is done, and is cancelled once", async () => {
    const { links, state } = (await begin(server, LONG)).json();
    expect(["waiting", "running"]).toContain(state);
    await expect
      .poll(async () => (await server.app.inject(links.self)).json().progress, { timeout: 30_000 })
      .toMatchObject({ stage: expect.any(String), done: expect.any(Number), total: expect.any(Number) });
    const early = await server.app.inject(links.result);
    expect(early.json()).toMatchObject({
      status: 409,
      code: "not-done",
      detail: "The job is running; ask again later.",
    });
    const cancelled = await server.app.inject({ method: "DELETE", url: links.self });
    expect(cancelled.json()).toMatchObject({ state: "cancelled", problem: null });
    expect((await server.app.inject({ method: "DELETE", url: links.self })).json()).toEqual(cancelled.json());
    expect((await server.app.inject(links.result)).json()).toMatchObject({
      status: 409,
      detail: "The job is cancelled.",
    });
  });

  test("that is cancelled makes room for the next one in its thread", async () => {
    const first = (await begin(server, LONG)).json();
    const second = (await begin(server, 4)).json();
    await expect.poll(() => stateOf(server, first.links.self), { timeout: 30_000 }).toBe("running");
    expect(await stateOf(server, second.links.self)).toBe("waiting");
    await server.app.inject({ method: "DELETE", url: first.links.self });
    await expect.poll(() => stateOf(server, second.links.self), { timeout: 30_000 }).toBe("done");
  });

  test("that cannot be done says why, with the issues of the library", async () => {
    const { app } = server;
    const answer = await app.inject({
      method: "POST",
      url: "/tables/eu-nuts2/sensitivity",
      payload: { target: "ES2l" },
    });
    const { links } = answer.json();
    await expect.poll(() => stateOf(server, links.self), { timeout: 30_000 }).toBe("failed");
    const { problem } = (await app.inject(links.self)).json();
    expect(problem).toMatchObject({ status: 422, code: "options-error", issueCount: 1 });
    expect(problem.issues[0].message).toContain('Did you mean "ES21"');
  });

  test("that asks for too many draws fails before it begins to draw", async () => {
    const strict = await openServerForTest({ limits: { draws: 100 } });
    const default1000 = await strict.app.inject({
      method: "POST",
      url: "/tables/eu-nuts2/sensitivity",
      payload: { target: "ES21" },
    });
    for (const answer of [await begin(strict, 101), default1000]) {
      const { links } = answer.json();
      await expect.poll(() => stateOf(strict, links.self), { timeout: 30_000 }).toBe("failed");
      expect((await strict.app.inject(links.self)).json().problem).toMatchObject({ code: "over-limit" });
    }
  });

  test("that takes too long fails", async () => {
    const hasty = await openServerForTest({ limits: { jobMs: 50 } });
    const { links } = (await begin(hasty, LONG)).json();
    await expect.poll(() => stateOf(hasty, links.self), { timeout: 30_000 }).toBe("failed");
    expect((await hasty.app.inject(links.self)).json().problem).toMatchObject({ code: "took-too-long" });
  });
});

describe("a thousand jobs at once", () => {
  test("are refused past the limit, with the time after which to ask again; the server answers all the while", async () => {
    const server = await openServerForTest({ limits: { openJobs: 20, keptJobs: 5 } });
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => begin(server, LONG)));
    const begun = answers.filter(({ statusCode }) => statusCode === 202);
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect([begun.length, refused.length]).toEqual([20, 980]);
    expect(refused[0]!.json()).toMatchObject({ code: "too-many-jobs", status: 429 });
    expect(refused[0]!.headers["retry-after"]).toBe("10");
    expect((await server.app.inject("/tables/eu-nuts2/pair?a=ES21&b=ES12")).statusCode).toBe(200);
    for (const answer of begun) await server.app.inject({ method: "DELETE", url: answer.json().links.self });
    const last = (await begin(server, 4)).json();
    await expect.poll(() => stateOf(server, last.links.self), { timeout: 30_000 }).toBe("done");
    // Of those that are over only the last few are kept.
    const kept = await Promise.all(begun.map((answer) => server.app.inject(answer.json().links.self)));
    expect(kept.filter(({ statusCode }) => statusCode === 200)).toHaveLength(4);
  });
});
