import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Notice } from "@/app/ui/notice"
import { Tag } from "@/app/ui/tag"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { WordsToAnswer } from "@/lib/reviews/answer-queries"
import { WordsForm } from "./words-form"

/** Somebody's own words, where they stand, and the answer to them. */
export function OwnWords({ found, token }: { found: WordsToAnswer; token: string }) {
  const t = useTranslations("reviews.words")
  const m = useTranslations("meetings")
  const { meeting, group, name, statements, settlement } = found
  const number = meeting.number === null ? m("call") : m("meeting", { number: meeting.number })
  return (
    <div className="stack">
      <div>
        <h1>{t("title")}</h1>
        <p>
          {t("lead", {
            meeting: [number, meeting.title].filter(Boolean).join(": "),
            group: group.name,
          })}
        </p>
        <p className="small muted">{t("for", { name })}</p>
      </div>
      {statements.length === 0 ? <Notice>{t("none")}</Notice> : null}
      {statements.map(({ id, place, words, changed }) => (
        <blockquote className="panel pad quoted-words" key={id} dir="auto">
          <p className="small muted">
            {place || t("outside")}{" "}
            {changed && found.answer ? <Tag kind="warn">{t("changed")}</Tag> : null}
          </p>
          {words}
        </blockquote>
      ))}
      {settlement ? (
        <Notice kind={settlement.as === "taken" ? "ok" : "warn"}>
          {settlement.as === "taken" ? t("taken") : t("declined", { reason: settlement.reason })}
        </Notice>
      ) : null}
      {found.lack ? (
        <Over found={found} lack={found.lack} />
      ) : (
        <>
          <p className="small">
            {t("untilPublished")} <DateTime at={found.closesAt} />
          </p>
          <WordsForm given={{ ...found, token }} />
        </>
      )}
    </div>
  )
}

function Over({ found, lack }: { found: WordsToAnswer; lack: string }) {
  const t = useTranslations("reviews.words")
  const say = useTranslations("errors")
  const locale = useLocale()
  const { number } = found.meeting
  return (
    <Notice kind="warn" title={t("over")}>
      <p>{say(lack as never)}</p>
      {found.published !== null && number !== null ? (
        <p>
          <a href={localePath(locale, reportPath(found.group.slug, number))}>{t("read")}</a>
        </p>
      ) : null}
    </Notice>
  )
}
