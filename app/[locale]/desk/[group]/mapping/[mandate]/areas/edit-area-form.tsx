"use client"

import { useTranslations } from "next-intl"
import { asBefore } from "@/app/ui/answered"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { StaleArea } from "@/lib/mapping/areas/edit-area"
import type { Area } from "@/lib/mapping/model"
import { editAreaAction } from "../../actions"
import { type Of, OfFields } from "../../of-fields"
import { AreaFields } from "./area-fields"

/** An area's names, to be changed; what somebody saved meanwhile stands above one's own. */
export function EditAreaForm({ area, of }: { area: Area; of: Of }) {
  const t = useTranslations("mapping.desk.areas")
  const [state, action] = useAnswered(editAreaAction, asBefore)
  const refused = state && !state.ok ? state : null
  const stale = refused?.data as StaleArea | undefined
  const prefix = `${area.slug}-`
  const fields = Object.entries(refused?.fields ?? {})
  return (
    <details open={refused ? true : undefined}>
      <summary>{t("edit", { area: area.title })}</summary>
      <form action={action} className="form" noValidate>
        {refused ? (
          <ErrorSummary
            title={t("not", { area: area.title })}
            message={refused.message}
            fields={Object.fromEntries(fields.map(([name, words]) => [prefix + name, words]))}
          />
        ) : null}
        {stale ? (
          <section className="meanwhile" aria-label={t("theirs")}>
            <h3>{t("theirs")}</h3>
            <p>{stale.title}</p>
            {stale.aliases.length > 0 ? (
              <p className="small">{t("also", { names: stale.aliases.join("; ") })}</p>
            ) : null}
          </section>
        ) : null}
        <OfFields of={of} />
        <input type="hidden" name="areaId" value={area.id} />
        <input type="hidden" name="revision" value={stale?.revision ?? area.revision} />
        <AreaFields
          prefix={prefix}
          values={refused?.entered ?? { title: area.title, aliases: area.aliases.join("\n") }}
          errors={refused?.fields}
        />
        <div className="btns">
          <SubmitButton kind="plain" working={t("saving")}>
            {stale ? t("saveMine") : t("save")}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
