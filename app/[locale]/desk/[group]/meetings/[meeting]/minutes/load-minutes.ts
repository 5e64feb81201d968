import { cache } from "react"
import { getDeskGroup } from "@/lib/groups/queries"
import { getRoom } from "@/lib/meetings/room"
import { getMinutesForEditor } from "@/lib/minutes/queries"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

export type MinutesParams = Promise<{ group: string; meeting: string }>

// A page and its title ask for the same.
const load = cache(async (slug: string, ref: string) => {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const group = await answer(getDeskGroup(actor, slug))
  const found = await answer(getMinutesForEditor(actor, group.id, ref, locale))
  const room = await answer(getRoom(actor, group.id, found.meeting.id, locale))
  const meetingHref = localePath(locale, `/desk/${slug}/meetings/${found.meeting.id}`)
  const base = `${meetingHref}/minutes`
  return { ...found, room, roomHref: `${base}/room`, locale, meetingHref, base }
})

/** The minutes of a meeting as a desk page shows them; `base` is the address of their page. */
export async function loadMinutes(params: MinutesParams) {
  const { group, meeting } = await params
  return load(group, meeting)
}
