import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { Table } from "@/app/ui/table"
import type { LineState } from "@/lib/members/list/plan"
import type { ListPreview } from "@/lib/members/list/preview"
import { PreviewLine } from "./preview-line"

const states: LineState[] = ["new", "changed", "doubtful", "unreadable", "same"]

/** What a list would do, line by line, with a question where it is doubtful who is meant. */
export function PreviewForm({
  preview,
  action,
  children,
}: {
  preview: ListPreview
  action: (form: FormData) => void
  children: ReactNode
}) {
  const t = useTranslations("members.csv")
  const { lines, unknownHeads, absent } = preview
  const counts = states.map((state) => {
    const count = lines.filter((line) => line.state === state).length
    return t(`count.${state}`, { count })
  })
  const columns = (["line", "state", "name", "what"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
    numeric: key === "line",
  }))
  return (
    <form action={action} className="stack list-preview" aria-labelledby="preview">
      <h2 id="preview">{t("preview")}</h2>
      <Notice title={counts.join(" · ")} announce>
        <p>{t("nothingYet")}</p>
        {absent > 0 ? <p>{t("absent", { count: absent })}</p> : null}
        {unknownHeads.length > 0 ? (
          <p>{t("unknownHeads", { heads: unknownHeads.join(", ") })}</p>
        ) : null}
      </Notice>
      {children}
      <input type="hidden" name="step" value="save" />
      <input type="hidden" name="text" value={preview.text} />
      <input type="hidden" name="shown" value={preview.shown} />
      <Table caption={t("preview")} columns={columns}>
        {lines.map((line) => (
          <PreviewLine key={line.line} line={line} />
        ))}
      </Table>
      <div className="btns">
        <SubmitButton working={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </form>
  )
}
