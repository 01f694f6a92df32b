import { expect, test } from "vitest";
import { openServerForTest } from "../support/backend.js";
import { sendRandomRequests } from "../support/random-requests.js";

test("two thousand random requests: every answer is one that its route foresees, none is a failure of the server", async () => {
  const { app } = await openServerForTest({ limits: { draws: 5 } });
  const { statuses, faults } = await sendRandomRequests(app, { count: 2_000, seed: 7 });
  expect(faults).toEqual([]);
  // The requests reach far: tables were stored, questions answered, jobs begun.
  for (const status of [200, 201, 202, 400, 404, 405, 415, 422])
    expect(statuses[status], `${status}`).toBeGreaterThan(0);
});
