"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { addRow, carryRow, labelAgenda, type Move, moveRow, removeRow } from "@/lib/meetings/model"
import { blankRow, type EditorRow } from "./editor-rows"

export type LabelledRow = EditorRow & { label: string }

/** The rows of the editor and what can be done to them; `said` is for those who do not see it. */
export function useAgendaRows(first: () => EditorRow[]) {
  const t = useTranslations("meetings.agenda")
  const [rows, setRows] = useState(first)
  const [said, setSaid] = useState("")
  const made = useRef(0)
  const labelled: LabelledRow[] = labelAgenda(rows)

  const put = (next: EditorRow[], at: number) => {
    setRows(next)
    const row = labelAgenda(next)[at]
    if (row) setSaid(t("moved", { title: row.title || t("itemTitle"), label: row.label }))
    return row?.key
  }
  return {
    rows: labelled,
    said,
    set: (key: string, change: Partial<EditorRow>) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, ...change } : row))),
    /** Each of these resolves to the key of the row that should have the focus now. */
    move: (at: number, move: Move) => {
      const next = moveRow(rows, at, move)
      return put(next.rows, next.at)
    },
    carry: (at: number, to: number) => {
      const next = carryRow(rows, at, to)
      return put(next.rows, next.at)
    },
    add: (after: number) => {
      const row = blankRow(`new-${made.current++}`)
      setRows(addRow(rows, row, after).rows)
      setSaid(t("added"))
      return row.key
    },
    remove: (at: number) => {
      const gone = rows[at]
      setRows(removeRow(rows, at))
      setSaid(t("removed", { title: gone?.title || t("itemTitle") }))
      return (rows[at + 1] ?? rows[at - 1])?.key
    },
  }
}
