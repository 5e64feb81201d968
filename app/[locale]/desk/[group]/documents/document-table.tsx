import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import type { DocumentLine } from "@/lib/documents/queries"
import { StatusTag } from "./status-tag"

const columns = ["title", "status", "responsible", "savedAt", "public"] as const

/** The documents of a group: what each is, how it stands, who looks after it, what of it is public. */
export function DocumentTable({
  documents,
  base,
}: {
  documents: readonly DocumentLine[]
  base: string
}) {
  const t = useTranslations("documents")
  return (
    <Table
      caption={t("title")}
      columns={columns.map((key) => ({ key, label: t(`column.${key}`) }))}
    >
      {documents.map((document) => (
        <tr key={document.id}>
          <th scope="row" className="document-cell">
            <a href={`${base}/${document.slug}`} dir="auto">
              {document.title}
            </a>
            <small className="muted">{t(`kind.${document.kind}`)}</small>
          </th>
          <td>
            <StatusTag status={document.status} />
          </td>
          <td>{document.responsible ?? t("nobody")}</td>
          <td>
            <DateTime at={document.savedAt} form="day" />
            <small className="muted">{document.by ?? t("portal")}</small>
          </td>
          <td>
            {document.publicVersion === null
              ? t("notPublic")
              : t("publicVersion", { version: document.publicVersion })}
          </td>
        </tr>
      ))}
    </Table>
  )
}
