import { listThreads } from "@/lib/comments/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { refusalResult } from "@/lib/platform/action"
import { notFound, Refusal } from "@/lib/platform/errors"
import { isLocale, routing } from "@/lib/platform/locales"
import { currentActor } from "@/lib/platform/session"
import { textAsked, threadsWanted } from "../threads-query"

const headers = { "cache-control": "no-store" }

/** The threads of a text as JSON (`ThreadsView`). A refusal is `{ code, message }` with its status. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; group: string }> },
): Promise<Response> {
  const { locale, group } = await params
  try {
    const actor = await currentActor()
    await getDeskGroup(actor, group)
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const text = textAsked(asked)
    if (!text) throw notFound()
    const language = isLocale(locale) ? locale : routing.defaultLocale
    return Response.json(await listThreads(actor, text, language, threadsWanted(asked)), {
      headers,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
