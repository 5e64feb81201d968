import type { TextRef } from "@/lib/comments/model"
import { listThreads, textPlaces } from "@/lib/comments/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { namedPlaces } from "../places"
import type { CommentsGiven } from "./comments-beside"

/** What stands in the comments beside a text of the group `slug`; `allHref` leads to all of them. */
export async function loadComments(
  slug: string,
  on: TextRef,
  allHref: string,
): Promise<CommentsGiven> {
  const [actor, locale, t] = await Promise.all([
    currentActor(),
    getLocale(),
    getTranslations("comments"),
  ])
  const [initial, places] = await Promise.all([
    answer(listThreads(actor, on, locale, { state: "open" })),
    answer(textPlaces(actor, on)),
  ])
  const base = localePath(locale, `/desk/${slug}/comments`)
  return { initial, on, base, places: namedPlaces(t, places), allHref }
}
