import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { mostTold, type PasteProblem } from "./paste"
import type { GridWords } from "./words"

/** Why nothing of a block was pasted, line by line. Said at once; the focus stays in the table. */
export function PasteReport({
  problems,
  words,
  close,
}: {
  problems: readonly PasteProblem[]
  words: GridWords
  close: () => void
}) {
  const t = useTranslations("mapping.grid.paste")
  const tError = useTranslations("errors")
  const sentence = (problem: PasteProblem): string => {
    switch (problem.kind) {
      case "empty":
        return t("empty")
      case "wide":
        return t("wide", problem)
      case "long":
        return t("long", problem)
      case "big":
        return t("big", problem)
      case "heavy":
        return t("heavy", problem)
      default: {
        const { line, row } = problem
        const where = t("where", { line, row, column: words.column(problem.column) })
        if (problem.kind === "twice")
          return `${where} ${t("twice", { line: problem.line, first: problem.first })}`
        const why = tError.has(problem.key as never) ? tError(problem.key as never) : t("wrong")
        return `${where} ${t("text", { text: problem.text })} ${why}`
      }
    }
  }
  const rest = problems.length - mostTold
  return (
    <div className="paste-report">
      <Notice kind="bad" title={t("refused")} announce>
        <ul>
          {problems.slice(0, mostTold).map((problem, place) => (
            <li key={String(place)}>{sentence(problem)}</li>
          ))}
        </ul>
        {rest > 0 ? <p>{t("more", { count: rest })}</p> : null}
        <Button type="button" small onClick={close}>
          {t("close")}
        </Button>
      </Notice>
    </div>
  )
}
