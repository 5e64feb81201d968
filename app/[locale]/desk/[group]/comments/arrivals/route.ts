import { hearText } from "@/lib/comments/hear"
import { type TextRef, textIdOf } from "@/lib/comments/model"
import { getText } from "@/lib/comments/queries"
import { consultationLimits } from "@/lib/consultations/model"
import { refusalResult } from "@/lib/platform/action"
import { notFound, Refusal } from "@/lib/platform/errors"
import { currentActor } from "@/lib/platform/session"
import { textAsked } from "../threads-query"

/** A line says that it is alive this often; after a while the browser asks again, and is asked again. */
const beat = 20_000
const longest = 300_000

/**
 * Tells, as server-sent events, each time that something was said about one of the texts that are asked
 * for (`kind` and `id` of each, as many as a consultation may have): about which, never what. A refusal is `{ code, message }` with its status.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentActor()
    const texts = textsAsked(new URL(request.url).searchParams)
    await Promise.all(texts.map((text) => getText(actor, text)))
    return new Response(events(texts, request.signal), {
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

function textsAsked(query: URLSearchParams): TextRef[] {
  const kinds = query.getAll("kind")
  const texts = query.getAll("id").map((id, at) => textAsked({ kind: kinds[at], id }))
  if (texts.length === 0 || texts.length > consultationLimits.texts) throw notFound()
  return texts.map((text) => {
    if (!text) throw notFound()
    return text
  })
}

function events(texts: readonly TextRef[], gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream({
    async start(controller) {
      const say = (line: string) => controller.enqueue(encoder.encode(`${line}\n\n`))
      const leaves = await Promise.all(
        texts.map((text) => hearText(text, () => say(`data: ${textIdOf(text)}`))),
      )
      const beating = setInterval(() => say(": here"), beat)
      const late = setTimeout(() => {
        end()
        controller.close()
      }, longest)
      end = () => {
        for (const leave of leaves) leave()
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
