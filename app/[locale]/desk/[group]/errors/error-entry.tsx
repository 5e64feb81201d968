import { useLocale, useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import type { ReportedError } from "@/lib/error-reports/queries"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import { AnswerForm } from "./answer-form"

/** A reported error: where it is, what is wrong there, and what was answered or can be. */
export function ErrorEntry({ error, slug }: { error: ReportedError; slug: string }) {
  const t = useTranslations("errorReports.queue")
  const locale = useLocale()
  const { number, version, place, quote, message, name, answer, newest } = error
  const href = localePath(locale, reportPath(slug, number, version))
  const isNewer = newest > version
  return (
    <li className="panel pad stack" id={`error-${error.id}`}>
      <h2>
        <a href={place ? `${href}#${place}` : href}>
          {t("of", { number, version, place: place ? "yes" : "no" })}
        </a>
      </h2>
      {quote ? (
        <blockquote className="reason" dir="auto">
          <p>{quote}</p>
        </blockquote>
      ) : null}
      <p className="said" dir="auto">
        {message}
      </p>
      <p className="small muted">
        {t("by", { name: name || "none" })}, <DateTime at={error.confirmedAt} />
        {isNewer ? ` · ${t("newer", { version: newest })}` : ""}
      </p>
      {answer ? (
        <div>
          <p>
            {t(`answered.${answer.answer}`, { name: answer.by })} <DateTime at={answer.at} />
          </p>
          {answer.reply ? <p dir="auto">{answer.reply}</p> : null}
        </div>
      ) : (
        <>
          {error.tied ? <p>{t("tied")}</p> : null}
          {error.mayCorrect && !error.tied ? (
            <p>
              <ButtonLink
                href={localePath(
                  locale,
                  `/desk/${slug}/meetings/${error.meetingId}/correction?error=${error.id}`,
                )}
              >
                {t("correct")}
              </ButtonLink>
            </p>
          ) : null}
          <AnswerForm
            errorId={error.id}
            answers={isNewer ? ["corrected", "no-error", "noted"] : ["no-error", "noted"]}
            isWithdrawn={error.newestWithdraws}
          />
        </>
      )}
    </li>
  )
}
