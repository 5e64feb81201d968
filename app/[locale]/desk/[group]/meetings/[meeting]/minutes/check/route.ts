import { getDeskGroup } from "@/lib/groups/queries"
import { getMinutesCheck } from "@/lib/minutes/check/queries"
import { refusalResult } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { isLocale, routing } from "@/lib/platform/locales"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "no-store" }

/**
 * What the check says of the minutes as they are saved now, as JSON (`MinutesCheck`). A refusal is
 * `{ code, message }` with its status.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ locale: string; group: string; meeting: string }> },
): Promise<Response> {
  const { locale, group: slug, meeting } = await params
  try {
    const actor = await currentActor()
    const group = await getDeskGroup(actor, slug)
    const language = isLocale(locale) ? locale : routing.defaultLocale
    return Response.json(await getMinutesCheck(actor, group.id, meeting, language), { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
