import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { LineState, SheetPlan } from "@/lib/mapping/sheet/status"

const states: LineState[] = ["new", "changed", "doubtful", "refused", "unchanged"]

/** How many lines of a file would do what, and what of it was not read. */
export function PlanSummary({ plan, left }: { plan: SheetPlan; left: string[] }) {
  const t = useTranslations("mapping.sheets")
  const counts = states.map((state) => {
    const count = plan.lines.filter((line) => line.state === state).length
    return t(`count.${state}`, { count })
  })
  return (
    <Notice title={counts.join(" · ")} announce>
      <p>{t("nothingYet")}</p>
      {plan.absent > 0 ? <p>{t("absent", { count: plan.absent })}</p> : null}
      {plan.part ? <p>{t("isPart")}</p> : null}
      {plan.unknownHeads.length > 0 ? (
        <p>{t("unknownHeads", { heads: plan.unknownHeads.join(", ") })}</p>
      ) : null}
      {left.length > 0 ? <p>{t("left", { names: left.join(", ") })}</p> : null}
    </Notice>
  )
}
