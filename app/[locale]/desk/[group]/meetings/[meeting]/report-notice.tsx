import { Notice } from "@/app/ui/notice"
import { findCorrection } from "@/lib/corrections/queries"
import { countWaitingErrors } from "@/lib/error-reports/queries"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import type { Actor } from "@/lib/platform/actor"
import { dayText } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { can } from "@/lib/policy/can"

/** Where the published report of a meeting stands: closed, being corrected, withdrawn; and what was reported of it. */
export async function ReportNotice({
  meeting,
  actor,
  base,
  done,
}: {
  meeting: MeetingForDesk
  actor: Actor
  base: string
  done: string | undefined
}) {
  if (!meeting.version) return null
  const [t, locale] = await Promise.all([getTranslations("corrections"), getLocale()])
  const found = await answer(findCorrection(actor, meeting.group.slug, meeting.id))
  if (!found) return null
  const { groupId } = meeting
  const errors = can(actor, "error.answer", { groupId })
    ? await answer(countWaitingErrors(actor, meeting))
    : 0
  const { correction, version, state, may } = found
  const desk = base.slice(0, base.lastIndexOf("/meetings/"))
  const just = (["begun", "dropped", "withdrawn"] as const).find((doing) => doing === done)
  const page = `${base}/correction`
  return (
    <div className="stack">
      {just ? <Notice kind="ok" title={t(`done.${just}`)} announce /> : null}
      {correction ? (
        <Notice kind="warn" title={t("open", { version: correction.correctsVersion })}>
          <p dir="auto">{correction.reason}</p>
          <p>
            {t("begunBy", {
              name: correction.begunBy.name,
              day: dayText(correction.begunAt, locale),
            })}{" "}
            {meeting.may.publish ? (
              <a href={`${base}/publish`}>{t("toPublish", { version: version + 1 })}</a>
            ) : null}{" "}
            {may.drop ? <a href={page}>{t("toDrop")}</a> : null}
          </p>
        </Notice>
      ) : (
        <Notice
          title={
            state === "withdrawn" ? t("isWithdrawn", { version }) : t("isPublished", { version })
          }
        >
          <p>
            {t("closed")} {found.differs ? t("differs") : ""}{" "}
            {may.begin ? <a href={page}>{t("toBegin")}</a> : null}
          </p>
        </Notice>
      )}
      {errors > 0 ? (
        <Notice kind="warn">
          <a href={`${desk}/errors`}>{t("errors", { count: errors })}</a>
        </Notice>
      ) : null}
    </div>
  )
}
