import type { TextRef } from "@/lib/comments/model"
import { listThreads, minutesPlaces } from "@/lib/comments/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import type { CommentsGiven } from "../../../../comments/beside/comments-beside"
import { namedPlaces } from "../../../../comments/places"

/** What stands in the comments beside the minutes of a meeting of the group `slug`. */
export async function loadComments(slug: string, meetingId: string): Promise<CommentsGiven> {
  const [actor, locale, t] = await Promise.all([
    currentActor(),
    getLocale(),
    getTranslations("comments"),
  ])
  const on: TextRef = { kind: "minutes", meetingId }
  const [initial, places] = await Promise.all([
    answer(listThreads(actor, on, locale, { state: "open" })),
    answer(minutesPlaces(actor, meetingId)),
  ])
  const desk = localePath(locale, `/desk/${slug}`)
  const allHref = `${desk}/meetings/${meetingId}/comments`
  return { initial, on, base: `${desk}/comments`, places: namedPlaces(t, places), allHref }
}
