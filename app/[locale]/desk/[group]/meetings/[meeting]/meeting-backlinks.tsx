import { listMeetingBacklinks, listResultingDocuments } from "@/lib/links/backlink-queries"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Backlinks } from "../../documents/backlinks"

/** What speaks of a meeting and of its decisions, and the documents that came of it. */
export async function MeetingBacklinks({
  actor,
  meeting,
  page,
}: {
  actor: Actor
  meeting: MeetingForDesk
  page: number
}) {
  const { id, group } = meeting
  const [backlinks, results, t] = await Promise.all([
    answer(listMeetingBacklinks(actor, group.id, id, page)),
    answer(listResultingDocuments(actor, group.id, id)),
    getTranslations("documents.backlinks"),
  ])
  return (
    <Backlinks backlinks={backlinks} results={results} group={group.slug} title={t("ofMeeting")} />
  )
}
