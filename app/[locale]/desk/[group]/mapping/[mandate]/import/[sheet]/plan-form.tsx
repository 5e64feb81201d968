"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { Empty } from "@/app/ui/empty"
import { ErrorSummary } from "@/app/ui/error-summary"
import type { Choice } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { Table } from "@/app/ui/table"
import { useAnswered } from "@/app/ui/use-answered"
import { bringSheetInAction } from "../actions"
import { type Chosen, chosenOn } from "../chosen"
import { PlanRow } from "./plan-row"
import type { ShownPlan } from "./shown-plan"
import { UnknownArea } from "./unknown-area"
import { useLeftOut } from "./use-left-out"

/**
 * What a file would change, line by line, each new row and each changed cell with a box to take it over.
 * Where nothing could be saved, what was chosen stays, as far as its lines would still do the same.
 */
export function PlanForm({
  sheetId,
  base,
  plan,
  areas,
  mayName,
}: {
  sheetId: string
  base: string
  plan: ShownPlan
  areas: Choice[]
  /** Whether areas may be added, and called otherwise, by whoever looks at it. */
  mayName: boolean
}) {
  const t = useTranslations("mapping.sheets")
  const [state, action] = useAnswered(bringSheetInAction, chosenOn)
  const refused = state && !state.ok ? state : null
  const chosen = refused?.data as Chosen | undefined
  const ticked = chosen ? new Set(chosen.take) : null
  const open = plan.lines.some((line) => line.open)
  const { leftOut, scripted, follow } = useLeftOut(plan.unknownAreas, chosen?.areas)
  const columns = (["line", "state", "row", "what"] as const).map((key) => ({
    key,
    label: t(`column2.${key}`),
    numeric: key === "line",
  }))
  return (
    <form action={action} className="stack sheet-plan" noValidate onChange={follow}>
      {refused ? <ErrorSummary title={t("notSaved")} message={refused.message} /> : null}
      <input type="hidden" name="sheetId" value={sheetId} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="mark" value={plan.mark} />
      {plan.unknownAreas.length > 0 ? (
        <fieldset className="panel">
          <legend>{t("areasTitle")}</legend>
          <p>{t("areasLead")}</p>
          {plan.unknownAreas.map((name, at) => (
            <UnknownArea key={name} {...{ name, at, areas, mayName, chosen }} />
          ))}
        </fieldset>
      ) : null}
      {plan.lines.length > 0 ? (
        <Table caption={t("bringIn")} columns={columns} stacked>
          {plan.lines.map((line) => (
            <PlanRow
              key={`${line.line} ${line.mark}`}
              {...{ line, ticked, scripted }}
              leftOut={line.area.id === null && leftOut.has(line.area.said)}
            />
          ))}
        </Table>
      ) : (
        <Empty title={t("allSame")}>{t("allSameWhy")}</Empty>
      )}
      {plan.plain > 0 ? (
        <Checkbox
          name="all"
          label={t("all", { count: plan.plain })}
          hint={t("allHint")}
          defaultChecked={chosen?.all ?? false}
        />
      ) : null}
      {open ? (
        <div className="btns">
          <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
        </div>
      ) : null}
    </form>
  )
}
