import type { FastifyRequest } from "fastify";
import { ProblemError } from "../problem.js";
import type { TableEntry } from "../storage.js";
import type { Context } from "./context.js";

/** A bundled table by its name, an own one by its id. */
export const tableParams: object = {
  type: "object",
  properties: { table: { type: "string", minLength: 1, maxLength: 64 } },
  required: ["table"],
};

/** @throws {ProblemError} `unknown-table`, with those that there are. */
export async function findTable(request: FastifyRequest, { storage }: Context): Promise<TableEntry> {
  return findTableById((request.params as { readonly table: string }).table, storage);
}

export async function findTableById(id: string, storage: Context["storage"]): Promise<TableEntry> {
  const found = await storage.find(id);
  if (found !== null) return found;
  throw new ProblemError("unknown-table", {
    detail: "There is no such table. GET /tables names those that there are.",
  });
}
