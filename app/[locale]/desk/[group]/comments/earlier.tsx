import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { EarlierWords } from "@/lib/comments/model"

/** What a comment said before it was edited. */
export function Earlier({ earlier }: { earlier: readonly EarlierWords[] }) {
  const t = useTranslations("comments")
  return (
    <details className="quiet-details">
      <summary>{t("earlier", { count: earlier.length })}</summary>
      <ol className="plain-list">
        {earlier.map(({ text, proposal, until }) => (
          <li key={until}>
            <p className="small muted">
              {t("until")} <DateTime at={new Date(until)} />
            </p>
            <p className="as-typed" dir="auto">
              {[text, proposal].filter(Boolean).join("\n\n")}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
