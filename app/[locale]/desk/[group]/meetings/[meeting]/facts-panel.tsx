import { useLocale, useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { officeKinds } from "@/lib/meetings/model"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import { longDayText, timeText } from "@/lib/platform/dates"

/** When, where and who. The join link is here because everyone on the desk of a group is a member. */
export function FactsPanel({ meeting, base }: { meeting: MeetingForDesk; base: string }) {
  const t = useTranslations("meetings")
  const locale = useLocale()
  const { startsAt, zone, minutes, place, joinLink, printedNumbers, offices, noteTaker } = meeting
  const { nextMeetingText } = meeting
  const facts: [name: string, value: React.ReactNode][] = [
    [
      t("facts.start"),
      startsAt ? (
        <>
          <DateTime at={startsAt} />
          {zone === "UTC" ? null : (
            <small className="muted">
              {t("facts.entered", {
                time: `${longDayText(startsAt, locale, zone)}, ${timeText(startsAt, zone)}`,
                zone: zone.replaceAll("_", " "),
              })}
            </small>
          )}
        </>
      ) : (
        t("noDate")
      ),
    ],
    [t("facts.length"), minutes ? t("facts.minutes", { minutes }) : t("facts.nothing")],
    [t("facts.place"), place === "online" ? t("facts.online") : place || t("facts.nothing")],
    [
      t("facts.joinLink"),
      joinLink ? (
        <>
          <a href={joinLink}>{joinLink}</a>
          <small className="muted">{t("facts.membersOnly")}</small>
        </>
      ) : (
        t("facts.nothing")
      ),
    ],
    ...officeKinds.flatMap((kind): [string, React.ReactNode][] => {
      const held = offices.filter((office) => office.kind === kind)
      if (held.length === 0) return []
      const names = held.map(({ personId, name, capacity }) => (
        <span className="person" key={personId}>
          {name}
          {capacity ? <small className="muted">{capacity}</small> : null}
        </span>
      ))
      return [[t(`office.${kind}`), names]]
    }),
    [t("facts.noteTaker"), noteTaker ?? t("facts.nothing")],
    [t("facts.list"), t(`facts.${meeting.participantList}`)],
    ...(nextMeetingText
      ? [[t("facts.nextMeeting"), nextMeetingText] satisfies [string, string]]
      : []),
    ...(printedNumbers.length > 0
      ? [[t("facts.printed"), printedNumbers.join(", ")] satisfies [string, string]]
      : []),
  ]
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="panel-head">
        <h2 id="facts">{t("facts.title")}</h2>
        {meeting.may.edit ? (
          <ButtonLink href={`${base}/edit`} small>
            {t("edit")}
          </ButtonLink>
        ) : null}
      </div>
      <dl className="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
