import { env } from "@/lib/platform/env"
import { readCursor, writeCursor } from "./cursor"
import { type Asked, type Cursor, type Endpoint, longestPage, usualPage } from "./endpoint"
import { endpoints } from "./endpoints"
import { describeApi } from "./open-api"
import { badQuery, nothingHere, type Problem } from "./problem"

export type ApiAnswer =
  | { body: unknown; next: string | null; until: Date | null }
  | { moved: string }
  | { problem: Problem }

/**
 * The answer to a GET of the public API: `parts` are the address below `/api/v1`. What is answered
 * has passed the form that the description gives of it, so nothing else can come along.
 */
export async function answerApi(
  parts: readonly string[],
  query: URLSearchParams,
): Promise<ApiAnswer> {
  const { origin } = env()
  const own = parts.join("/")
  if (own === "" || own === "openapi.json")
    return { body: describeApi(origin), next: null, until: null }
  for (const endpoint of endpoints) {
    const named = namedParts(endpoint.path, parts)
    if (!named) continue
    const page = pageAsked(endpoint, query)
    if ("status" in page) return { problem: page }
    const api = (path: string) => `${origin}/api/v1${path}`
    const found = await endpoint.find({ ...named, ...page, api, page: (path) => origin + path })
    if (!found) return { problem: nothingHere }
    if ("moved" in found) return found
    const until = found.until ?? null
    if ("thing" in found)
      return { body: endpoint.answer.parse(plain(found.thing)), next: null, until }
    const next = found.after && api(`/${own}?${nextQuery(query, found.after)}`)
    const body = endpoint.answer.parse(plain({ ...found.beside, items: found.items, next }))
    return { body, next, until }
  }
  return { problem: nothingHere }
}

/** As JSON holds it: instants are text. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

type Named = Pick<Asked, "group" | "number" | "version" | "slug">

/** What an address says in the places that a pattern names; null when it is not of that pattern. */
function namedParts(pattern: string, parts: readonly string[]): Named | null {
  const named: Named = { group: "", number: 0, version: 0, slug: "" }
  const wanted = pattern.split("/").slice(1)
  if (wanted.length !== parts.length) return null
  for (const [index, part] of wanted.entries()) {
    const said = parts[index] ?? ""
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) {
      if (said !== part) return null
    } else if (name === "number" || name === "version") {
      if (!/^[1-9]\d{0,5}$/.test(said)) return null
      named[name] = Number(said)
    } else if (name === "group" || name === "slug") {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(said)) return null
      named[name] = said
    }
  }
  return named
}

function pageAsked(
  { cursor: form }: Endpoint,
  query: URLSearchParams,
): Pick<Asked, "limit" | "after"> | Problem {
  // Whatever is no list reads nothing of its query.
  if (!form) return { limit: usualPage, after: null }
  const limit = query.get("limit")
  const cursor = query.get("cursor")
  if (limit !== null && !(/^[1-9]\d{0,2}$/.test(limit) && Number(limit) <= longestPage))
    return badQuery(`\`limit\` is a whole number from 1 to ${longestPage}.`)
  const size = limit === null ? usualPage : Number(limit)
  if (cursor === null) return { limit: size, after: null }
  const read = form.safeParse(readCursor(cursor))
  if (read.success) return { limit: size, after: read.data }
  return badQuery("`cursor` was not given by this list. Follow the addresses in `next`.")
}

function nextQuery(query: URLSearchParams, after: Cursor): URLSearchParams {
  const limit = query.get("limit")
  return new URLSearchParams({ ...(limit ? { limit } : {}), cursor: writeCursor(after) })
}
