import { DateTime } from "@/app/ui/date-time"
import { getMeetingAnswers } from "@/lib/meetings/answer-queries"
import { meetingAnswerKinds } from "@/lib/meetings/model"
import type { MeetingForDesk } from "@/lib/meetings/queries"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { announceReportAction } from "../../list-actions"
import { ListForm } from "../../list-form"
import { AnnounceForm } from "./announce-form"
import { AnswerForm } from "./answer-form"

/** Who is coming, one's own answer, and for co-chairs the announcement. Nothing of a call that is long over. */
export async function AnswersPanel({ meeting, actor }: { meeting: MeetingForDesk; actor: Actor }) {
  const [t, found] = await Promise.all([
    getTranslations("meetings.answers"),
    getMeetingAnswers(actor, meeting),
  ])
  const { answers, mine, announced, hasList, may } = found
  const isForList = hasList && meeting.version !== null && meeting.may.publish
  if (answers.length === 0 && !may.answer && !may.announce && !isForList) return null
  const ids = { meetingId: meeting.id, slug: meeting.group.slug }
  const places = (["members", "list"] as const).flatMap((place) => {
    const told = announced[place]
    return told ? [{ place, ...told }] : []
  })
  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">{t("title")}</h2>
      <div className="stack">
        {may.answer ? <AnswerForm {...ids} mine={mine} /> : null}
        {answers.length === 0 && !isForList ? <p className="muted">{t("none")}</p> : null}
        {meetingAnswerKinds.map((kind) => {
          const names = answers.filter(({ answer }) => answer === kind).map(({ name }) => name)
          return names.length > 0 ? (
            <p key={kind}>
              <span className="strong">{t(`count.${kind}`, { count: names.length })}</span>{" "}
              {names.join(", ")}
            </p>
          ) : null
        })}
        {places.map(({ place, at, isCurrent }) => (
          <p key={place} className="small muted">
            {t(`announcedTo.${place}`)} <DateTime at={at} />
            {isCurrent ? null : ` · ${t("changedSince")}`}
          </p>
        ))}
        {isForList ? (
          <ListForm action={announceReportAction} name="meetingId" id={meeting.id} />
        ) : null}
        {may.announce ? (
          <AnnounceForm
            {...ids}
            revision={meeting.revision}
            hasList={hasList}
            isFirst={places.length === 0}
          />
        ) : null}
      </div>
    </section>
  )
}
