import { z } from "zod"
import { type Endpoint, longestPage, usualPage } from "./endpoint"
import { endpoints } from "./endpoints"
import { problem } from "./problem"

type Json = { [name: string]: unknown }

/** What each part of an address is. */
const parts: Record<string, Json> = {
  group: { description: "A group's slug.", schema: { type: "string" }, example: "wg-strategy" },
  number: { description: "A meeting's number.", schema: { type: "integer", minimum: 1 } },
  version: { description: "A version's number.", schema: { type: "integer", minimum: 1 } },
  slug: { description: "As the list gives it.", schema: { type: "string" } },
}

const ofPages = [
  {
    name: "limit",
    in: "query",
    description: "How many lines a page holds at most.",
    schema: { type: "integer", minimum: 1, maximum: longestPage, default: usualPage },
  },
  {
    name: "cursor",
    in: "query",
    description: "Where the page before ended: follow `next` rather than making one up.",
    schema: { type: "string" },
  },
]

const tags = {
  ETag: { description: "Send it back in If-None-Match.", schema: { type: "string" } },
}

/** The description of the API (OpenAPI 3.1), made from the same table that answers. */
export function describeApi(origin: string): Json {
  const schemas: Json = {}
  const refer = (name: string, form: z.ZodType) => {
    Object.assign(schemas, schemasOf(name, form))
    return { $ref: `#/components/schemas/${name}` }
  }
  const refused = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: refer("Problem", problem) } },
  })
  const operation = ({ path, id, summary, name, answer, cursor }: Endpoint) => ({
    operationId: id,
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, part = ""]) => ({
        name: part,
        in: "path",
        required: true,
        ...parts[part],
      })),
      ...(cursor ? ofPages : []),
    ],
    responses: {
      200: {
        description: summary,
        headers: tags,
        content: { "application/json": { schema: refer(name, answer) } },
      },
      ...(path.includes("{number}")
        ? { 308: { description: "The meeting was given another number: `Location` leads there." } }
        : {}),
      304: { description: "What you have is still right." },
      ...(cursor ? { 400: refused("The query cannot be read.") } : {}),
      404: refused("Nothing public stands at this address."),
      500: refused("Something failed on our side."),
    },
  })
  const paths = Object.fromEntries(endpoints.map((each) => [each.path, { get: operation(each) }]))
  return {
    openapi: "3.1.1",
    info: {
      title: "Rapporteur",
      version: "1",
      description:
        "What the groups of this portal have published, as JSON. Nobody has to sign in. Instants are in UTC; texts of reports are in the language that they name.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [],
    paths,
    components: { schemas },
  }
}

/** A form as the description holds it; what it repeats inside itself gets a name of its own. */
function schemasOf(name: string, form: z.ZodType): Json {
  const { $schema: _, $defs: inner = {}, ...own } = z.toJSONSchema(form, { io: "input" })
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) =>
        key === "$ref" && typeof held === "string" ? [key, place(held)] : [key, renamed(held)],
      ),
    )
  }
  const inside = (key: string) => `${name}.${key.replace(/^_+/, "")}`
  const place = (held: string) =>
    `#/components/schemas/${held === "#" ? name : inside(held.replace("#/$defs/", ""))}`
  return Object.fromEntries([
    [name, renamed(own)],
    ...Object.entries(inner).map(([key, held]) => [inside(key), renamed(held)]),
  ])
}
