import { changesSince, type News } from "@/lib/mapping/changes-since"
import { type Ear, hearMapping, refuseManyEars } from "@/lib/mapping/hear"
import { locateMapping } from "@/lib/mapping/locate"
import { standIn, standInput } from "@/lib/mapping/presence"
import { Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import { sessionToken } from "@/lib/platform/session-cookie"
import { answerRefusal, answerScript, type Params } from "../live/answer-script"

/** A line says that it is alive this often; after a while the page is told to ask again, and is looked at anew. */
const beat = 10_000
const longest = 600_000

/** What script that asks from time to time is answered: nothing of it may be kept on the way. */
const once = { "cache-control": "no-store" }

/**
 * Tells, as server-sent events, what changes in a mapping after change `since`, and who is in which cell:
 * `up`, `changes` (`News` of lib/mapping/changes-since), `table`, `here`, `closed`, and `again` for who is to
 * come again at once. Asked for JSON, it answers once, with what is new (`{ at, news }`, null for nothing),
 * for where such events do not get through.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  try {
    const [actor, { group, mandate }] = await Promise.all([currentActor(), params])
    const mapping = await locateMapping(actor, group, mandate)
    const since = Number(new URL(request.url).searchParams.get("since"))
    const upTo = Number.isSafeInteger(since) && since > 0 ? since : 0
    if (request.headers.get("accept") === "application/json") {
      const at = new Date().toISOString()
      const news = await changesSince(mapping, upTo)
      return Response.json({ at, news: news && told(news) }, { headers: once })
    }
    const token = sessionToken(request.headers.get("cookie") ?? undefined) ?? ""
    refuseManyEars(token)
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
    // Too many pages are open: this one asks again, and is heard once another is closed.
    return answerRefusal(error, error.code !== "too_many")
  }
}

/** Says in which cell somebody is. It is told to those who look, and kept nowhere. */
export async function POST(request: Request, params: Params): Promise<Response> {
  return answerScript(request, params, standInput, async (actor, { id, group }, stand) => {
    await standIn(actor, { id, groupId: group.id }, stand)
    return {}
  })
}

/** News as the store of a page hears them. */
const told = ({ to, ...news }: News) => ({ change: to, ...news })

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
        news: (news) => say(news.kind, told(news)),
        here: (people) => say("here", { people }),
        end: (reason) => {
          say("closed", { reason })
          close()
        },
      })
      const beating = setInterval(() => write(": here\n\n"), beat)
      const late = setTimeout(() => {
        say("again", {})
        close()
      }, longest)
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
