import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { DocumentRevision } from "@/lib/documents/revision-queries"
import { Authors } from "../../../meetings/[meeting]/minutes/history/authors"

const columns = ["revision", "savedAt", "by"] as const

/** Every saved revision, the newest first: what a version can be made of, and what can be restored. */
export function RevisionTable({
  revisions,
  base,
  current,
  open,
  children,
}: {
  revisions: readonly DocumentRevision[]
  base: string
  current: number
  /** Whether it is shown at once: on the later pages of a long history. */
  open: boolean
  /** The way to the older ones. */
  children: ReactNode
}) {
  const t = useTranslations("documents.versions")
  return (
    <details id="revisions" open={open}>
      <summary>{t("revisions", { count: current })}</summary>
      <Table
        caption={t("revisionsCaption")}
        columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
      >
        {revisions.map(({ number, savedAt, authors, restoredFrom, applied }) => (
          <tr key={number}>
            <th scope="row">
              <a href={`${base}/history/${number}`}>{t("revision", { number: String(number) })}</a>
              {restoredFrom === null ? null : (
                <small className="muted">{t("restored", { number: String(restoredFrom) })}</small>
              )}
              {applied ? <small className="muted">{t("applied")}</small> : null}
            </th>
            <td>
              <DateTime at={savedAt} />
            </td>
            <td>
              <Authors authors={authors} />
            </td>
          </tr>
        ))}
      </Table>
      {children}
    </details>
  )
}
