import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { ChangedMeanwhile } from "@/lib/editions/frozen-meanwhile"
import { cellFields } from "@/lib/mapping/model"

function isChanged(data: unknown): data is ChangedMeanwhile {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "changed"
}

/** What was changed between the page and the press, so that it can be looked at before the next one. */
export function ChangedSince({ data, rowsAt }: { data: unknown; rowsAt: string }) {
  const t = useTranslations("mapping.editions.meanwhile")
  const fields = useTranslations("mapping.field")
  if (!isChanged(data)) return null
  const { lines, count } = data
  return (
    <div className="stack">
      <p className="strong">{t("title")}</p>
      <ul className="row-list">
        {lines.map(({ row, area, field, by, at }) => {
          const isCell = cellFields.some((one) => one === field)
          const what = isCell ? fields(field as "suggests") : t(`deed.${field as "added"}`)
          return (
            <li key={`${at} ${row} ${field}`}>
              {row === null ? (
                <bdi>{area ?? t("about")}</bdi>
              ) : (
                <a href={`${rowsAt}/rows/${row}`}>{t("row", { row })}</a>
              )}
              : {what}, <bdi>{by ?? t("portal")}</bdi>, <DateTime at={new Date(at)} />
            </li>
          )
        })}
      </ul>
      {count > lines.length ? <p>{t("more", { count: count - lines.length })}</p> : null}
    </div>
  )
}
