import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { PastHide } from "@/lib/comments/model"

/** That a comment was hidden and is shown again, for those who may hide. */
export function Hides({ hides }: { hides: readonly PastHide[] }) {
  const t = useTranslations("comments.hides")
  return (
    <details className="quiet-details">
      <summary>{t("title", { count: hides.length })}</summary>
      <ol className="plain-list">
        {hides.map(({ hidden, shown }) => (
          <li key={shown.at}>
            {(["hidden", "shown"] as const).map((what) => {
              const { at, by, reason } = { hidden, shown }[what]
              return (
                <p className="small" key={what} dir="auto">
                  <DateTime at={new Date(at)} /> {t(what, { name: by, reason })}
                </p>
              )
            })}
          </li>
        ))}
      </ol>
    </details>
  )
}
