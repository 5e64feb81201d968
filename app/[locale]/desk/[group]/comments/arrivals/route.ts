import { hearText } from "@/lib/comments/hear"
import type { TextRef } from "@/lib/comments/model"
import { getText } from "@/lib/comments/queries"
import { refusalResult } from "@/lib/platform/action"
import { notFound, Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import { textAsked } from "../threads-query"

/** A line says that it is alive this often; after a while the browser asks again, and is asked again. */
const beat = 20_000
const longest = 300_000

/**
 * Tells, as server-sent events, each time that something was said about a text: that it was, never what.
 * A refusal is `{ code, message }` with its status.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentActor()
    const text = textAsked(Object.fromEntries(new URL(request.url).searchParams))
    if (!text) throw notFound()
    await getText(actor, text)
    return new Response(events(text, request.signal), {
      headers: {
        "content-type": "text/event-stream",
        // Nothing on the way may hold lines back to press them.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status })
  }
}

function events(text: TextRef, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream({
    async start(controller) {
      const say = (line: string) => controller.enqueue(encoder.encode(`${line}\n\n`))
      const leave = await hearText(text, () => say("data: said"))
      const beating = setInterval(() => say(": here"), beat)
      const late = setTimeout(() => {
        end()
        controller.close()
      }, longest)
      end = () => {
        leave()
        clearInterval(beating)
        clearTimeout(late)
      }
      gone.addEventListener("abort", end, { once: true })
      if (gone.aborted) end()
      else say("retry: 1000\ndata: here")
    },
    cancel: () => end(),
  })
}
