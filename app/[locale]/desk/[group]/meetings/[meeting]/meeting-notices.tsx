import { useLocale, useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import type { Actor } from "@/lib/platform/actor"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { MeetingSource } from "./meeting-source"

const doings = [
  "scheduled",
  "edited",
  "cancelled",
  "agenda",
  "attendance",
  "answered",
  "announced",
] as const

/** What has just been done, and what is special about the meeting. */
export function MeetingNotices({
  meeting,
  actor,
  done,
}: {
  meeting: MeetingForDesk
  actor: Actor
  done: string | undefined
}) {
  const { cancelledAt, cancelReason, cancelledByName, fromArchive, version, may, group } = meeting
  const t = useTranslations("meetings")
  const locale = useLocale()
  const archiveHref = localePath(locale, `/desk/${group.slug}/archive`)
  const just = doings.find((doing) => doing === done)
  return (
    <div className="stack">
      {just ? <Notice kind="ok" title={t(`done.${just}`)} announce /> : null}
      {cancelledAt ? (
        <Notice
          kind="warn"
          title={t("wasCancelled", {
            day: dayText(cancelledAt, locale),
            by: cancelledByName ?? "none",
          })}
        >
          <p>{cancelReason}</p>
        </Notice>
      ) : null}
      {fromArchive && !version ? (
        <Notice>
          <p>
            {t("archive")} {may.publish ? <a href={archiveHref}>{t("toArchive")}</a> : null}
          </p>
        </Notice>
      ) : null}
      <MeetingSource meeting={meeting} actor={actor} />
    </div>
  )
}
