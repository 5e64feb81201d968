import { useTranslations } from "next-intl"
import { Table } from "@/app/ui/table"
import type { loadHistory } from "./load-history"
import { RevisionRow } from "./revision-row"

/** The revisions of a page, newest first. */
export function RevisionList({ history }: { history: Awaited<ReturnType<typeof loadHistory>> }) {
  const t = useTranslations("minutes.history")
  const { revisions, newest, may, base, address, here, suggested } = history
  const columns = [
    { key: "from", label: t("column.from") },
    { key: "to", label: t("column.to") },
    { key: "revision", label: t("column.revision") },
    { key: "savedAt", label: t("column.savedAt") },
    { key: "authors", label: t("column.authors") },
    { key: "what", label: t("column.what") },
    { key: "words", label: t("column.words"), numeric: true },
    ...(may.name ? [{ key: "name", label: t("column.name") }] : []),
  ]
  return (
    <Table caption={t("lead")} columns={columns}>
      {revisions.map((revision) => (
        <RevisionRow
          key={revision.number}
          revision={revision}
          href={`${base}/history/${revision.number}`}
          nameHref={
            may.name ? `${address({ ...here, name: String(revision.number) })}#name-revision` : null
          }
          isNewest={revision.number === newest}
          isFrom={revision.number === suggested.from}
          isTo={revision.number === suggested.to}
        />
      ))}
    </Table>
  )
}
