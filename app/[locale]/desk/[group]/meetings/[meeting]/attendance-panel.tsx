import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { attendanceKinds } from "@/lib/meetings/model"
import type { MeetingForDesk } from "@/lib/meetings/queries"

/** How many were there, sent regrets or wrote. */
export function AttendancePanel({
  meeting: { attendance, may },
  base,
}: {
  meeting: MeetingForDesk
  base: string
}) {
  const t = useTranslations("meetings.attendance")
  const count = (wanted: string) => attendance.filter(({ kind }) => kind === wanted).length
  const [present, regrets, written] = attendanceKinds.map(count)
  return (
    <section className="panel" aria-labelledby="attendance">
      <div className="panel-head">
        <h2 id="attendance">{t("title")}</h2>
        {may.recordAttendance ? (
          <ButtonLink href={`${base}/attendance`} small>
            {t("record")}
          </ButtonLink>
        ) : null}
      </div>
      <p>
        {attendance.length === 0
          ? t("none")
          : t("counts", { present: present ?? 0, regrets: regrets ?? 0, written: written ?? 0 })}
      </p>
      {attendance.length > 0 ? (
        <ul className="seat-list">
          {attendance.map(({ personId, name, kind, capacity }) => (
            <li key={personId}>
              <span>
                {name}
                {capacity ? <small>{capacity}</small> : null}
              </span>
              <small>{t(`kind.${kind}`)}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
