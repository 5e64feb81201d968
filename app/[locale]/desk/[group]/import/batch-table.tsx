import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { BatchLine } from "@/lib/imports/progress"

const columns = ["when", "who", "state", "files", "refused", "open", "saved"] as const

/** The batches that were brought in before, and how far each is; each leads to its files. */
export function BatchTable({ batches, base }: { batches: readonly BatchLine[]; base: string }) {
  const t = useTranslations("imports")
  return (
    <Table
      caption={t("before")}
      columns={columns.map((key) => ({
        key,
        label: t(`column.${key}`),
        numeric: ["files", "refused", "open", "saved"].includes(key),
      }))}
    >
      {batches.map((batch) => (
        <tr key={batch.id}>
          <td className="nowrap">
            <a href={`${base}/${batch.id}`}>
              <DateTime at={batch.at} />
            </a>
          </td>
          <td>{batch.by ?? t("portal")}</td>
          <td>
            {batch.waiting > 0
              ? t(batch.paused ? "line.paused" : "line.reading", {
                  read: batch.files - batch.waiting,
                  files: batch.files,
                })
              : t("line.read")}
          </td>
          <td className="num">{batch.files}</td>
          <td className="num">{batch.refused}</td>
          <td className="num">{batch.open}</td>
          <td className="num">{batch.saved}</td>
        </tr>
      ))}
    </Table>
  )
}
