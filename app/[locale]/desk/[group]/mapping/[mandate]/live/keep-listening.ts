import { z } from "zod"
import { reasons } from "@/lib/live/protocol"
import type { Heard } from "./line"
import { readEvents } from "./read-events"

/** Between two tries to hear again, from the first to the longest, in milliseconds. */
const pauses = [250, 1_000, 2_000, 5_000, 10_000]
/** Events that have not begun after this long are held back on the way. */
const patience = 6_000
/** Between two questions where events do not get through: longer while nothing happens or nobody answers. */
const askPauses = [2_000, 3_000, 5_000, 10_000, 15_000]
/** After so many questions events are tried again. */
const mostQuestions = 6

const closed = z.looseObject({ closed: z.enum(reasons) })
const full = z.looseObject({ code: z.literal("too_many"), message: z.string() })
const answered = z.looseObject({ at: z.string(), news: z.looseObject({}).nullable() })

type Take = (what: Heard) => void
type End = "closed" | "lost" | "held" | "again"
type Over = AbortSignal

/**
 * Hears at `…/changes` what is new after change `since()`, until it is over or closed for good. Where events
 * do not get through, because a proxy holds them back or ends them, it asks from time to time instead.
 */
export async function keepListening(
  href: string,
  since: () => number,
  heard: Take,
  over: Over,
): Promise<void> {
  let [failures, unheard] = [0, 0]
  const address = () => `${href}/changes?since=${since()}`
  while (!over.aborted) {
    let isUp = false
    const take: Take = (what) => {
      if (over.aborted) return
      if (what.kind === "up") isUp = true
      heard(what)
    }
    const end = await hearOnce(address(), take, over)
    if (over.aborted || end === "closed") return
    unheard = isUp ? 0 : unheard + 1
    if (end === "again" && isUp) {
      failures = 0
      continue
    }
    if (end === "held" || unheard > 1) {
      const asked = await askInTurns(address, heard, over)
      if (over.aborted || asked === "closed") return
      if (asked === "answered") continue
    }
    if (isUp || failures === 0) heard({ kind: "down" })
    failures = isUp ? 0 : failures + 1
    await pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0, over)
  }
}

/** Hears until the line ends: closed for good, lost, held back before it began, or to be asked for again. */
async function hearOnce(address: string, take: Take, over: Over): Promise<End> {
  let end: End = "lost"
  const late = new AbortController()
  const timer = setTimeout(() => {
    end = "held"
    late.abort()
  }, patience)
  try {
    const signal = AbortSignal.any([over, late.signal])
    const answer = await fetch(address, { headers: { accept: "text/event-stream" }, signal })
    if (!answer.ok || !answer.body) return await takeRefusal(answer, take)
    for await (const { event, data } of readEvents(answer.body, over)) {
      clearTimeout(timer)
      if (event === "again") {
        end = "again"
        continue
      }
      const what = { kind: event, ...JSON.parse(data) } as Heard
      if (what.kind === "closed") end = "closed"
      take(what)
    }
  } catch {
    // The line is lost; the caller tries again.
  } finally {
    clearTimeout(timer)
  }
  return end
}

/**
 * Asks what is new for a while, then leaves events their chance. Where questions are not answered either it is
 * the network that is lost, not its events.
 */
async function askInTurns(
  address: () => string,
  heard: Take,
  over: Over,
): Promise<"answered" | "closed" | "lost"> {
  let quiet = 0
  for (let question = 0; question < mostQuestions && !over.aborted; question++) {
    const became = await askOnce(address(), heard, over)
    if (became === "closed" || became === "lost") return became
    quiet = became === "new" ? 0 : quiet + 1
    await pause(askPauses[Math.min(quiet, askPauses.length - 1)] ?? 0, over)
  }
  return "answered"
}

async function askOnce(
  address: string,
  heard: Take,
  over: Over,
): Promise<"new" | "nothing" | "closed" | "lost"> {
  try {
    const signal = AbortSignal.any([over, AbortSignal.timeout(patience)])
    const answer = await fetch(address, { headers: { accept: "application/json" }, signal })
    if (!answer.ok && (await takeRefusal(answer, heard)) === "closed") return "closed"
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}`)
    const { at, news } = answered.parse(await answer.json())
    if (over.aborted) return "closed"
    heard({ kind: "up", at, asked: true })
    if (news) heard(news as Heard)
    return news ? "new" : "nothing"
  } catch {
    if (!over.aborted) heard({ kind: "down" })
    return "lost"
  }
}

/** Takes the word that nothing more will be told, or nothing by itself for now; anything else is a lost line. */
async function takeRefusal(answer: Response, take: Take): Promise<"closed" | "held" | "lost"> {
  const said: unknown = await answer.json().catch(() => null)
  const [over, now] = [closed.safeParse(said).data, full.safeParse(said).data]
  if (over) take({ kind: "closed", reason: over.closed })
  else if (now) take({ kind: "full", message: now.message })
  return over ? "closed" : now ? "held" : "lost"
}

/** Waits, but not when the network comes back meanwhile. */
function pause(time: number, over: Over): Promise<void> {
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
