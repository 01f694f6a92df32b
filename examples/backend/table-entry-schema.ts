/** What is told of a table, in an answer. */
export const tableEntrySchema: object = {
  title: "TableEntry",
  description: "What is told of a table without reading it.",
  type: "object",
  properties: {
    id: { type: "string" },
    name: { $ref: "RegionTable#/$defs/Text" },
    regions: { type: "integer", description: "How many." },
    indicators: { type: "integer", description: "How many." },
    readOnly: { type: "boolean", description: "Whether the table is part of the server." },
    created: { type: ["string", "null"], format: "date-time" },
  },
  required: ["id", "name", "regions", "indicators", "readOnly", "created"],
  additionalProperties: false,
};
