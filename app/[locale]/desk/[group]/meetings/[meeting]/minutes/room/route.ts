import { getDeskGroup } from "@/lib/groups/queries"
import { findForRoom, getRoom } from "@/lib/meetings/room"
import { refusalResult } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { isLocale, routing } from "@/lib/platform/locales"
import { currentActor } from "@/lib/platform/session"

const headers = { "cache-control": "no-store" }

/**
 * What stands beside the minutes, as JSON (`Room`); with `?find=` the people of the register whose
 * name fits (`RoomGuest[]`). A refusal is `{ code, message }` with its status.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; group: string; meeting: string }> },
): Promise<Response> {
  const { locale, group: slug, meeting } = await params
  try {
    const actor = await currentActor()
    const group = await getDeskGroup(actor, slug)
    const find = new URL(request.url).searchParams.get("find")
    const found =
      find === null
        ? await getRoom(actor, group.id, meeting, isLocale(locale) ? locale : routing.defaultLocale)
        : await findForRoom(actor, group.id, find)
    return Response.json(found, { headers })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message } = await refusalResult(error)
    return Response.json({ code, message }, { status: error.status, headers })
  }
}
