import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Table } from "@/app/ui/table"
import { Tag } from "@/app/ui/tag"
import type { ThreadLine } from "@/lib/comments/group-threads"
import { DispositionTag } from "./disposition"

const columns = ["thread", "text", "state", "comments", "last"] as const

/** Threads of several texts: how each began, on what, how it stands and when somebody last spoke. */
export function ThreadTable({ lines, desk }: { lines: readonly ThreadLine[]; desk: string }) {
  const t = useTranslations("comments")
  return (
    <Table
      caption={t("title")}
      columns={columns.map((key) => ({
        key,
        label: t(`list.${key}`),
        numeric: key === "comments",
      }))}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="begun">
            <a href={`${desk}/comments/${line.id}`} dir="auto">
              {line.words ? t("list.begun", { name: line.by, words: line.words }) : line.by}
            </a>
          </th>
          <td>
            <TextCell line={line} desk={desk} />
          </td>
          <td>
            {line.disposition ? (
              <DispositionTag disposition={line.disposition} />
            ) : (
              <Tag>{t("state.open")}</Tag>
            )}
          </td>
          <td className="num">{line.comments}</td>
          <td>
            <DateTime at={line.lastAt} form="day" />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function TextCell({ line: { text }, desk }: { line: ThreadLine; desk: string }) {
  const t = useTranslations("meetings")
  const tRow = useTranslations("mapping.talk")
  if (text.row)
    return (
      <a href={`${desk}/mapping/${text.row.mandate}/rows/${text.row.number}#comments`}>
        {tRow("rowOf", { number: text.row.number, title: text.title })}
      </a>
    )
  if (text.meetingId === null)
    return <a href={`${desk}/documents/${text.document}/comments`}>{text.title}</a>
  return (
    <a href={`${desk}/meetings/${text.meetingId}/comments`}>
      {text.number === null ? text.title || t("unnumbered") : t("meeting", { number: text.number })}
    </a>
  )
}
