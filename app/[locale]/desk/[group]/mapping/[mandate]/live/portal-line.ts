import { z } from "zod"
import { reasons } from "@/lib/live/protocol"
import { cellFields } from "@/lib/mapping/model"
import type { Refused } from "./answer-script"
import { keepListening } from "./keep-listening"
import type { Line, Sent } from "./line"
import type { NewOp, Op } from "./ops"

/** An answer gets this long, in milliseconds, once what was asked has gone up. */
const patience = 20_000
/** A line takes up at least this much, in bytes in a millisecond: 160 kbit/s, a phone at the edge of its cell. */
const slowest = 20

/** How long, in milliseconds, something of so many bytes may take to go up and be answered. */
export const patienceFor = (bytes: number): number => patience + Math.ceil(bytes / slowest)

const saved = z.looseObject({ change: z.int(), at: z.string() })
const refused = z.looseObject({
  message: z.string(),
  closed: z.enum(reasons).optional(),
  clashes: z.array(z.looseObject({ rowId: z.string(), field: z.string() })).optional(),
  against: z
    .array(z.object({ rowId: z.string(), field: z.enum(cellFields), message: z.string() }))
    .optional(),
})

/** Said on the way to the portal, by whoever does not reach it, or of everything that comes too fast. */
const passing = new Set([425, 429, 502, 503, 504])

let turn = 0

/**
 * The line of a grid to the portal: requests for what is done here, one that stays open for the rest. `patienceOf`
 * is how long, in milliseconds, something of so many bytes is waited for.
 */
export const lineOf = (patienceOf: (bytes: number) => number): Line => ({
  async send(href, op) {
    try {
      return await sendOp(href, op, patienceOf)
    } catch (error) {
      return { kind: isTimeout(error) ? "overdue" : "unheard" }
    }
  },
  async answers(href) {
    const headers = { accept: "application/json" }
    const signal = AbortSignal.timeout(patience)
    // Nothing is newer than that: who asks is known and the table is read, and nothing is told.
    const address = `${href}/changes?since=${Number.MAX_SAFE_INTEGER}`
    return fetch(address, { headers, signal }).then(
      ({ ok }) => ok,
      () => false,
    )
  },
  listen(href, since, heard) {
    const over = new AbortController()
    void keepListening(href, since, heard, over.signal)
    return () => over.abort()
  },
  stand(href, page, at) {
    const body = JSON.stringify({ page, turn: turn++, at })
    // Losing one such word harms nothing; it goes out also while the page is being left.
    post(`${href}/changes`, body, { keepalive: true }).catch(() => {})
  },
})

export const portalLine: Line = lineOf(patienceFor)

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === "TimeoutError"

const post = (href: string, body: string, more: RequestInit = {}) =>
  fetch(href, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    ...more,
  })

async function sendOp(href: string, op: Op, patienceOf: (bytes: number) => number): Promise<Sent> {
  const { id: _, ...given } = op
  const [to, body] =
    given.kind === "cells"
      ? ["cells", blockOf(given)]
      : ["rows", given.kind === "add" ? { ...given, id: given.rowId, rowId: undefined } : given]
  const text = JSON.stringify(body)
  const { byteLength } = new TextEncoder().encode(text)
  const answer = await post(`${href}/${to}`, text, {
    signal: AbortSignal.timeout(patienceOf(byteLength)),
  })
  const { status } = answer
  // A proxy may be the first whom it takes too long.
  if (status === 408) return { kind: "overdue" }
  if (passing.has(status)) return { kind: "unheard" }
  if (answer.ok) return { ...saved.parse(await answer.json()), kind: "saved" }
  const read = refused.safeParse(await answer.json().catch(() => null))
  if (status >= 500 || !read.success) return { kind: "failed", status }
  const { message, closed, clashes, against } = read.data as Refused
  if (closed) return { kind: "closed", reason: closed }
  if (clashes) return { kind: "clash", clashes }
  return { kind: "refused", message, ...(against && { against }) }
}

/** Which page left a cell behind, and where its words went, is none of the portal's concern. */
const blockOf = ({ cells, way, added = [] }: Extract<NewOp, { kind: "cells" }>) => ({
  cells: cells.map(({ page: _page, movedTo: _to, ...cell }) => cell),
  ...(added.length > 0 && { added: added.map(({ rowId, areaId }) => ({ id: rowId, areaId })) }),
  way,
})
