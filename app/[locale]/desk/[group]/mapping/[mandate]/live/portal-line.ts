import { z } from "zod"
import { reasons } from "@/lib/live/protocol"
import type { Refused } from "./answer-script"
import { keepListening } from "./keep-listening"
import type { Line, Sent } from "./line"
import type { NewOp, Op } from "./ops"

/** An answer gets this long, in milliseconds. */
const patience = 20_000
const saved = z.looseObject({ change: z.int(), at: z.string() })
const refused = z.looseObject({
  message: z.string(),
  closed: z.enum(reasons).optional(),
  clashes: z.array(z.looseObject({ rowId: z.string(), field: z.string() })).optional(),
})

let turn = 0

/** The line of a grid to the portal: requests for what is done here, one that stays open for the rest. */
export const portalLine: Line = {
  async send(href, op) {
    try {
      return await sendOp(href, op)
    } catch {
      return { kind: "unheard" }
    }
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
}

const post = (href: string, body: string, more: RequestInit = {}) =>
  fetch(href, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    ...more,
  })

async function sendOp(href: string, op: Op): Promise<Sent> {
  const { id: _, ...given } = op
  const [to, body] =
    given.kind === "cells"
      ? ["cells", blockOf(given)]
      : ["rows", given.kind === "add" ? { ...given, id: given.rowId, rowId: undefined } : given]
  const answer = await post(`${href}/${to}`, JSON.stringify(body), {
    signal: AbortSignal.timeout(patience),
  })
  if (answer.status >= 500 || answer.status === 429) return { kind: "unheard" }
  const read = await answer.json()
  if (answer.ok) return { ...saved.parse(read), kind: "saved" }
  const { message, closed, clashes } = refused.parse(read) as Refused
  if (closed) return { kind: "closed", reason: closed }
  return clashes ? { kind: "clash", clashes } : { kind: "refused", message }
}

/** Which page left a cell behind is none of the portal's concern. */
const blockOf = ({ cells, way, added = [] }: Extract<NewOp, { kind: "cells" }>) => ({
  cells: cells.map(({ page: _page, ...cell }) => cell),
  ...(added.length > 0 && { added: added.map(({ rowId, areaId }) => ({ id: rowId, areaId })) }),
  way,
})
