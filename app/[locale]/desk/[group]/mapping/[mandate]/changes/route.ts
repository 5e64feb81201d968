import { changesSince } from "@/lib/mapping/changes-since"
import { type Ear, hearMapping, isFull, mostEars } from "@/lib/mapping/hear"
import { locateMapping } from "@/lib/mapping/locate"
import { standIn, standInput } from "@/lib/mapping/presence"
import { refusalResult } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import { sessionToken } from "@/lib/platform/session-cookie"
import { answerRefusal, answerScript, type Params } from "../live/answer-script"

/** A line says that it is alive this often; after a while the browser asks again, and is asked again. */
const beat = 10_000
const longest = 600_000

/**
 * Tells, as server-sent events, what changes in a mapping after change `since`, and who is in which cell:
 * `up`, `changes` (`News` of lib/mapping/changes-since), `table`, `here`, `closed`. Where too many pages of
 * a session listen, it answers 429 with what is new, once.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  try {
    const [actor, { group, mandate }] = await Promise.all([currentActor(), params])
    const mapping = await locateMapping(actor, group, mandate)
    const since = Number(new URL(request.url).searchParams.get("since"))
    const upTo = Number.isSafeInteger(since) && since > 0 ? since : 0
    const token = sessionToken(request.headers.get("cookie") ?? undefined) ?? ""
    if (isFull(token)) return await tellOnce(mapping, upTo)
    return new Response(events({ mapping, upTo, token }, request.signal), {
      headers: {
        "content-type": "text/event-stream",
        // Nothing on the way may hold lines back to press them.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerRefusal(error, true)
  }
}

/** Says in which cell somebody is. It is told to those who look, and kept nowhere. */
export async function POST(request: Request, params: Params): Promise<Response> {
  return answerScript(request, params, standInput, async (actor, { id, group }, stand) => {
    await standIn(actor, { id, groupId: group.id }, stand)
    return {}
  })
}

/** Of too many open pages this one is told what is new, in words why no more, and asks again after a while. */
async function tellOnce(mapping: Ear["mapping"], upTo: number): Promise<Response> {
  const refusal = new Refusal("too_many", "mapping.tooManyEars", { most: mostEars })
  const [{ code, message }, news] = await Promise.all([
    refusalResult(refusal),
    changesSince(mapping, upTo),
  ])
  const headers = { "cache-control": "no-store", "retry-after": "10" }
  const at = new Date().toISOString()
  return Response.json({ code, message, at, news }, { status: refusal.status, headers })
}

function events(
  who: Pick<Ear, "mapping" | "token" | "upTo">,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream({
    async start(controller) {
      let isOver = false
      const write = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text))
      }
      const say = (kind: string, data: unknown) =>
        write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
      const close = () => {
        if (isOver) return
        end()
        controller.close()
      }
      const leave = await hearMapping({
        ...who,
        news: ({ kind, to, ...news }) => say(kind, { change: to, ...news }),
        here: (people) => say("here", { people }),
        end: (reason) => {
          say("closed", { reason })
          close()
        },
      })
      const beating = setInterval(() => write(": here\n\n"), beat)
      const late = setTimeout(close, longest)
      end = () => {
        isOver = true
        leave()
        clearInterval(beating)
        clearTimeout(late)
      }
      gone.addEventListener("abort", end, { once: true })
      if (gone.aborted) end()
      say("up", { at: new Date().toISOString() })
    },
    cancel: () => end(),
  })
}
