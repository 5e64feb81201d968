"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { placeKey, type ShownFinding } from "@/lib/minutes/check/model"
import { routing } from "@/lib/platform/locales"
import { LONGEST_REASON } from "@/lib/reports/input"
import { ListedFinding } from "../finding-list"
import { proposeReportAction, publishMinutesAction } from "./actions"
import { Meanwhile, meanwhileOf } from "./meanwhile"

/** One press, after everything that it does has been said above it, and a reason for every error. */
export function PublishForm({
  meetingId,
  revision,
  version,
  beside,
  language,
  errors,
  minutesHref,
  publicHref,
  two,
}: {
  meetingId: string
  revision: number
  version: number
  beside: string
  /** In which the version would be published, unless another is chosen. */
  language: string
  errors: readonly ShownFinding[]
  minutesHref: string
  publicHref: string
  /** Whether another co-chair has to publish what is only proposed here. */
  two: boolean
}) {
  const t = useTranslations("publish")
  const [state, action] = useAnswered(two ? proposeReportAction : publishMinutesAction)
  const refused = state && !state.ok ? state : null
  const meanwhile = meanwhileOf(refused?.data)
  const entered = refused?.entered ?? {}
  // The list may have changed since: a reason stays with the finding for which it was typed.
  const typed = new Map(
    Object.entries(entered).flatMap(([name, key]) =>
      name.endsWith(".key") ? [[key, entered[name.replace(/key$/, "reason")] ?? ""] as const] : [],
    ),
  )
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("notPublished")} message={refused.message} fields={refused.fields} />
      ) : null}
      {meanwhile ? <Meanwhile {...{ meanwhile, minutesHref, publicHref }} /> : null}
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="beside" value={beside} />
      {errors.length > 0 ? (
        <section className="panel pad stack" aria-labelledby="errors">
          <h2 id="errors">{t("errors", { count: errors.length })}</h2>
          <p className="hint">{t("errorsWhy")}</p>
          {errors.map((finding, place) => (
            <ListedFinding
              key={placeKey(finding)}
              finding={finding}
              hrefOf={(section) => `${minutesHref}#s-${section}`}
            >
              <input type="hidden" name={`overrides.${place}.key`} value={finding.key} />
              <TextArea
                key={refused ? "refused" : "fresh"}
                name={`overrides.${place}.reason`}
                label={t("reason")}
                rows={2}
                maxLength={LONGEST_REASON}
                defaultValue={typed.get(finding.key) ?? ""}
                error={refused?.fields?.[`overrides.${place}.reason`]}
              />
            </ListedFinding>
          ))}
        </section>
      ) : null}
      <RadioGroup
        key={refused ? "language refused" : "language"}
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={entered.language ?? language}
        choices={routing.locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        error={refused?.fields?.language}
      />
      <div className="btns">
        <SubmitButton working={two ? t("proposing") : t("publishing")}>
          {two ? t("propose", { version }) : t("publish", { version })}
        </SubmitButton>
      </div>
    </form>
  )
}
