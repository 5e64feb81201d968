import { z } from "zod"
import { reasons } from "@/lib/live/protocol"
import type { Refused } from "./answer-script"
import type { Heard, Line, Sent } from "./line"
import type { Op } from "./ops"
import { readEvents } from "./read-events"

/** An answer gets this long, in milliseconds. */
const patience = 20_000
/** Between two tries to hear again, from the first to the longest. */
const pauses = [250, 1_000, 2_000, 5_000, 10_000]

const saved = z.looseObject({ change: z.int(), at: z.string() })
const refused = z.looseObject({
  message: z.string(),
  closed: z.enum(reasons).optional(),
  clashes: z.array(z.looseObject({ rowId: z.string(), field: z.string() })).optional(),
})
/** Where too many pages listen, this one is told what is new, and asks again. */
const toldOnce = z.looseObject({
  at: z.string(),
  news: z.looseObject({ kind: z.enum(["changes", "table"]), to: z.int() }).nullable(),
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
      ? ["cells", { cells: given.cells, way: given.way }]
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

async function keepListening(
  href: string,
  since: () => number,
  heard: (what: Heard) => void,
  over: AbortSignal,
): Promise<void> {
  for (let failures = 0; !over.aborted; failures++) {
    let isUp = false
    const take = (what: Heard) => {
      if (over.aborted) return
      if (what.kind === "up") {
        isUp = true
        failures = 0
      }
      heard(what)
    }
    const end = await hearOnce(`${href}/changes?since=${since()}`, { take, heard }, over)
    if (over.aborted || end === "closed") return
    if (end === "lost" && (isUp || failures === 0)) heard({ kind: "down" })
    await pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0, over)
  }
}

/** Hears until the line ends: `closed` for good, `lost`, or `told` what is new where too many listen. */
async function hearOnce(
  href: string,
  { take, heard }: { take: (what: Heard) => void; heard: (what: Heard) => void },
  over: AbortSignal,
): Promise<"closed" | "told" | "lost"> {
  let isClosed = false
  try {
    const answer = await fetch(href, { headers: { accept: "text/event-stream" }, signal: over })
    if (answer.status === 429) {
      const { at, news } = toldOnce.parse(await answer.json())
      if (over.aborted) return "lost"
      // Not taken as a line that stands: it is asked again, each time after a longer pause.
      heard({ kind: "up", at })
      if (news) heard({ ...news, change: news.to } as unknown as Heard)
      return "told"
    }
    if (!answer.ok || !answer.body) {
      const read = refused.safeParse(await answer.json().catch(() => null))
      if (!read.data?.closed) return "lost"
      take({ kind: "closed", reason: read.data.closed })
      return "closed"
    }
    for await (const { event, data } of readEvents(answer.body, over)) {
      const what = { kind: event, ...JSON.parse(data) } as Heard
      if (what.kind === "closed") isClosed = true
      take(what)
    }
  } catch {
    // The line is lost; the caller tries again.
  }
  return isClosed ? "closed" : "lost"
}

/** Waits, but not when the network comes back meanwhile. */
function pause(time: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener("online", go)
      over.removeEventListener("abort", go)
      resolve()
    }
    const timer = setTimeout(go, time)
    window.addEventListener("online", go)
    over.addEventListener("abort", go)
  })
}
