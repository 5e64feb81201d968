import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { SheetLine } from "@/lib/mapping/sheet/queries"

/** The tables that were brought in before; each leads to what it would change now. */
export function SheetTable({ sheets, base }: { sheets: SheetLine[]; base: string }) {
  const t = useTranslations("mapping.sheets")
  if (sheets.length === 0) return <p className="muted">{t("earlierNone")}</p>
  const columns = (["file", "by", "at", "outcome"] as const).map((key) => ({
    key,
    label: t(`col.${key}`),
  }))
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t("earlier")}</h2>
      <Table caption={t("earlier")} columns={columns}>
        {sheets.map(({ id, name, by, at, takenAt, added, changed }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`${base}/${id}`}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>
              <bdi>{by}</bdi>
            </td>
            <td>
              <DateTime at={at} form="moment" />
            </td>
            <td>{takenAt ? t("taken", { added, changed }) : t("waiting")}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
