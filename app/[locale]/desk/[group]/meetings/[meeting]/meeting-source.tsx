import { Notice } from "@/app/ui/notice"
import { findSourceOf } from "@/lib/imports/originals"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** The way back to the file that a meeting was read from, for whoever may see it. */
export async function MeetingSource({
  meeting: { id: meetingId, groupId, group, fromArchive },
  actor,
}: {
  meeting: MeetingForDesk
  actor: Actor
}) {
  const source = fromArchive ? await findSourceOf(actor, { groupId, meetingId }) : null
  if (!source) return null
  const [t, locale] = await Promise.all([getTranslations("meetings.source"), getLocale()])
  const page = localePath(locale, `/desk/${group.slug}/import/${source.batchId}/${source.fileId}`)
  return (
    <Notice>
      <p>
        {t("from", { file: source.name })} <a href={page}>{t("look")}</a>{" "}
        {source.hasOriginal ? <a href={`${page}/original`}>{t("download")}</a> : null}
      </p>
    </Notice>
  )
}
