import { connect } from "node:net";
import type { BackendProcess } from "./backend-process.js";

/** What a storage holds after its process was killed in the middle of uploads. */
export interface AfterKill {
  /** Uploads that were confirmed before. */
  readonly confirmed: number;
  /** Tables that are there after the restart. */
  readonly found: number;
  /** Confirmed tables that are not, or not whole. */
  readonly lost: number;
  /** Tables that are there, but not whole. */
  readonly halves: number;
}

/**
 * Uploads tables one after another, and one that never ends, and kills the process so many ms after the first was confirmed; then starts it again and looks at
 * everything that it holds.
 */
export async function killInUpload(
  start: () => Promise<BackendProcess>,
  { payload, whole, after }: { readonly payload: object; readonly whole: string; readonly after: number },
): Promise<AfterKill> {
  const first = await start();
  const { hostname, port } = new URL(first.base);
  const endless = connect(Number(port), hostname);
  endless.on("error", () => {});
  endless.write(
    `POST /tables HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n${JSON.stringify(payload).slice(0, -1)}`,
  );
  const confirmed = [await upload(first.base, payload)];
  const uploading = (async () => {
    for (;;) {
      const answer = await upload(first.base, payload);
      if (answer === null) return;
      confirmed.push(answer);
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, after));
  await first.end("SIGKILL");
  await uploading;
  endless.destroy();

  const second = await start();
  const entries = (await (await fetch(`${second.base}/tables`)).json()) as {
    id: string;
    readOnly: boolean;
  }[];
  const own = entries.filter(({ readOnly }) => !readOnly);
  const texts = new Map<string, string>();
  for (const { id } of own) texts.set(id, await (await fetch(`${second.base}/tables/${id}/data`)).text());
  const alive = await upload(second.base, payload);
  await second.end("SIGTERM");
  if (alive === null) throw new Error("expected the backend to take a table after the restart");
  return {
    confirmed: confirmed.length,
    found: own.length,
    lost: confirmed.filter((id) => texts.get(id ?? "") !== whole).length,
    halves: [...texts.values()].filter((text) => text !== whole).length,
  };
}

/** The id of a table that was stored; null where the process was gone before it answered. */
async function upload(base: string, payload: object): Promise<string | null> {
  const answer = await fetch(`${base}/tables`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (answer === null || text == null) return null;
  if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}: ${text}`);
  return (JSON.parse(text) as { id: string }).id;
}
