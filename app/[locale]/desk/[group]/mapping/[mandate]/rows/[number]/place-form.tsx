"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import type { RowPage } from "@/lib/mapping/rows/row-queries"
import { type Of, OfFields } from "../../../of-fields"
import { moveRowAction } from "../actions"

/** Puts the row to another place in its area. */
export function PlaceForm({
  of,
  row,
  beside,
  behind,
}: {
  of: Of
  /** `revision` is that of its area. */
  row: { id: string; areaId: string; revision: number }
  beside: RowPage["beside"]
  /** The row behind which it stands; "" when it is the first. */
  behind: string
}) {
  const t = useTranslations("mapping.desk.row")
  const [state, action] = useAnswered(moveRowAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? <ErrorSummary title={t("notMoved")} message={refused.message} /> : null}
      <OfFields of={of} />
      <input type="hidden" name="rowId" value={row.id} />
      <input type="hidden" name="areaId" value={row.areaId} />
      <input type="hidden" name="base" value={row.revision} />
      <SelectField
        name="after"
        label={t("place")}
        choices={[
          { value: "", label: t("first") },
          ...beside.map(({ id, number, suggests }) => ({
            value: id,
            label: t("behind", { number, suggests: short(suggests) }),
          })),
        ]}
        defaultValue={refused?.entered?.after ?? behind}
        required={false}
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("moving")}>
          {t("move")}
        </SubmitButton>
      </div>
    </form>
  )
}

const short = (text: string) => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text)
