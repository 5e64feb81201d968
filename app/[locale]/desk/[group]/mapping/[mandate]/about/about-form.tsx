"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { StaleAbout } from "@/lib/mapping/describe-mapping"
import type { DeskMapping } from "@/lib/mapping/queries"
import { AboutFields } from "../../about-fields"
import { describeMappingAction } from "../../actions"

/** Goal, rule and months, to be changed; what a co-chair saved meanwhile stands beside one's own. */
export function AboutForm({
  mapping,
  slug,
}: {
  mapping: Pick<DeskMapping, "id" | "mandate" | "goal" | "rule" | "months" | "revision">
  slug: string
}) {
  const t = useTranslations("mapping.desk.about")
  const [state, action] = useAnswered(describeMappingAction, asBefore)
  const refused = state && !state.ok ? state : null
  const theirs = refused?.data as StaleAbout | undefined
  const { id, mandate, goal, rule, months, revision } = mapping
  return (
    <form action={action} className="form" noValidate>
      <h2>{t("said")}</h2>
      {refused ? (
        <ErrorSummary title={t("not")} message={refused.message} fields={refused.fields} />
      ) : null}
      {theirs ? (
        <section className="meanwhile" aria-labelledby="theirs">
          <h3 id="theirs">{t("theirs")}</h3>
          <dl className="facts-list">
            <div>
              <dt>{t("goal")}</dt>
              <dd>{theirs.goal || t("nothing")}</dd>
            </div>
            <div>
              <dt>{t("rule")}</dt>
              <dd>{theirs.rule || t("nothing")}</dd>
            </div>
            <div>
              <dt>{t("months")}</dt>
              <dd>{t("everyMonths", { months: theirs.months })}</dd>
            </div>
          </dl>
        </section>
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="mandate" value={mandate.slug} />
      <input type="hidden" name="mappingId" value={id} />
      <input type="hidden" name="revision" value={theirs?.revision ?? revision} />
      <AboutFields
        values={refused?.entered ?? { goal, rule, months: String(months) }}
        errors={refused?.fields}
      />
      <div className="btns">
        <SubmitButton working={t("saving")}>{theirs ? t("saveMine") : t("save")}</SubmitButton>
      </div>
    </form>
  )
}
