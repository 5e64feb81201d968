import { DateTime } from "@/app/ui/date-time"
import { listMeetingChoices, listMeetingsOfRow } from "@/lib/mapping/discussions/discussion-queries"
import type { Actor } from "@/lib/platform/actor"
import { dayText } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { meetingName } from "../../meetings/meeting-name"
import { MeetingForm } from "./discuss-fields"
import { UndiscussForm } from "./undiscuss-form"
import "./discussed.css"

/** The meetings that spoke of a row, each with the way to its minutes, and the form that adds one. */
export async function MeetingsOfRow({
  actor,
  mapping: { id: mappingId, group, may },
  row,
}: {
  actor: Actor
  mapping: { id: string; group: { id: string; slug: string }; may: { edit: boolean } }
  row: { id: string; number: number }
}) {
  const [t, name, locale, found, choices] = await Promise.all([
    getTranslations("mapping.talk.discussed"),
    getTranslations("meetings"),
    getLocale(),
    answer(listMeetingsOfRow(actor, group.id, row.id)),
    may.edit ? answer(listMeetingChoices(actor, group.id)) : [],
  ])
  const desk = localePath(locale, `/desk/${group.slug}`)
  const meetings = choices.map(({ id, startsAt, ...meeting }) => ({
    value: id,
    label: [meetingName(name, meeting), startsAt && dayText(new Date(startsAt), locale)]
      .filter(Boolean)
      .join(", "),
  }))
  return (
    <section className="panel" id="discussed" aria-labelledby="discussed-title">
      <h2 id="discussed-title">{t("atTitle")}</h2>
      {found.length === 0 ? <p className="muted">{t("atNone")}</p> : null}
      <ul className="plain-list discussed">
        {found.map(({ id, meeting, item }) => (
          <li key={id}>
            <span>
              <a href={`${desk}/meetings/${meeting.id}`}>{meetingName(name, meeting)}</a>
              {meeting.startsAt ? (
                <>
                  , <DateTime at={new Date(meeting.startsAt)} form="day" />
                </>
              ) : null}
              {item ? (
                <small className="muted" dir="auto">
                  {" "}
                  {item}
                </small>
              ) : null}
            </span>
            {may.edit ? (
              <UndiscussForm discussionId={id} what={meetingName(name, meeting)} />
            ) : null}
          </li>
        ))}
      </ul>
      {may.edit && meetings.length > 0 ? (
        <MeetingForm mappingId={mappingId} row={row.number} meetings={meetings} />
      ) : null}
    </section>
  )
}
