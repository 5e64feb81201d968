import { cache } from "react"
import { getDeskGroup } from "@/lib/groups/queries"
import { getRoom } from "@/lib/meetings/room"
import { keepRevision } from "@/lib/minutes/keep-revision"
import { openMinutes } from "@/lib/minutes/live/open-minutes"
import { findMeetingId, getMinutesForEditor } from "@/lib/minutes/queries"
import { personOf } from "@/lib/platform/actor"
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
  return { ...found, group, room, roomHref: `${base}/room`, locale, meetingHref, base }
})

/** The minutes of a meeting as a desk page shows them; `base` is the address of their page. */
export async function loadMinutes(params: MinutesParams) {
  const { group, meeting } = await params
  return load(group, meeting)
}

const loadMarked = cache(async (slug: string, ref: string) => {
  const actor = await currentActor()
  const group = await answer(getDeskGroup(actor, slug))
  const meetingId = await answer(findMeetingId(actor, group.id, ref))
  await answer(keepRevision(actor, { meetingId }))
  return load(slug, ref)
})

/** As `loadMinutes`, for a form that speaks of one revision: what was written since becomes one first. */
export async function loadMarkedMinutes(params: MinutesParams) {
  const { group, meeting } = await params
  return loadMarked(group, meeting)
}

/** The shared document of the minutes for whoever may write in it: the name of its copy on their device. */
export async function openForWriting(meetingId: string): Promise<{ deviceKey: string }> {
  const actor = await currentActor()
  const { id } = await answer(openMinutes(actor, meetingId))
  return { deviceKey: `${personOf(actor)} ${id}` }
}
