"use client"

import { useLocale, useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { Clash } from "@/lib/mapping/model"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { type Of, OfFields } from "../../../of-fields"
import { confirmRowAction } from "../actions"

/**
 * Says that the row is still so, as of today. Where somebody changed the day since the page was read, it is said
 * what stands, and one more press puts today over that.
 */
export function ConfirmForm({
  of,
  mappingId,
  rowId,
  base,
}: {
  of: Of
  mappingId: string
  rowId: string
  /** The revision of the day that is shown. */
  base: number
}) {
  const t = useTranslations("mapping.desk.row")
  const locale = useLocale()
  const [state, action] = useAnswered(confirmRowAction)
  const refused = state && !state.ok ? state : null
  const clashes = Array.isArray(refused?.data) ? (refused.data as Clash[]) : []
  const clash = clashes.find(({ field }) => field === "confirmed")
  const day = typeof clash?.value === "string" ? dayText(dayInstant(clash.value), locale) : ""
  const said = clash
    ? t("confirmedMeanwhile", { by: clash.by ?? t("portal"), has: day ? "day" : "none", day })
    : refused?.message
  return (
    <form action={action} className="stack">
      {refused ? <ErrorSummary title={t("notConfirmed")} message={said} /> : null}
      <OfFields of={of} />
      <input type="hidden" name="mappingId" value={mappingId} />
      <input type="hidden" name="rowId" value={rowId} />
      <input type="hidden" name="base" value={clash?.revision ?? base} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("confirming")}>
          {t("confirm")}
        </SubmitButton>
      </div>
    </form>
  )
}
