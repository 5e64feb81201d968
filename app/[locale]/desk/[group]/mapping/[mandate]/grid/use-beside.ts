import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { Row } from "@/lib/mapping/model"
import { type Absent, absentOf, lineOfNumber } from "./absent"
import { historyOf } from "./history-link"
import type { Line } from "./lines"
import type { Cursor } from "./use-cursor"
import { useNamedRow } from "./use-said-outside"

type Around = {
  /** The row of the cursor, and whether it is to stand beside the table. */
  row: Row | null
  isOpen: boolean
  show: () => void
  lines: readonly Line[]
  rows: readonly Row[]
  /** The row that the address names, and what changes that. */
  named: number | null
  openRow: (number: number | null) => void
  cursor: Cursor
  base: string
  say: (text: string) => void
}

/** The row beside the table: the address names it, and its history is a key away. */
export function useBeside({ row, isOpen, cursor, base, say, ...around }: Around) {
  const t = useTranslations("mapping.grid.told")
  const isBeside = isOpen && row !== null
  const { asked, absent, dismiss } = useAskedRow(around, isBeside, (line) => {
    // Another member may bring it back an hour later, while somebody edits elsewhere.
    if (!cursor.mayLead()) return
    cursor.put({ line, column: cursor.spot.column }, { focus: false })
    around.show()
  })
  useNamedRow(isBeside ? row.number || null : asked, around.named, around.openRow)
  return {
    isBeside,
    absent,
    dismiss,
    /** Leads to the history of the cursor's cell. */
    history() {
      const href = row && historyOf(base, row.number, cursor.spot.column)
      if (href) window.location.assign(href)
      else if (row) say(t("noHistory"))
    },
  }
}

/**
 * The row that the address named first, while it cannot stand beside the table: the address goes on naming
 * it, and no other opens in its place. Once it is shown, it `comes`.
 */
function useAskedRow(
  { named, lines, rows }: Pick<Around, "named" | "lines" | "rows">,
  isBeside: boolean,
  comes: (line: string) => void,
): { asked: number | null; absent: Absent | null; dismiss: () => void } {
  const [waiting, setWaiting] = useState(() => (lineOfNumber(lines, named) ? null : named))
  const asked = isBeside ? null : waiting
  const line = asked === null ? undefined : lineOfNumber(lines, asked)?.key
  const now = useRef(comes)
  useEffect(() => {
    now.current = comes
  })
  useEffect(() => {
    if (line !== undefined) now.current(line)
  }, [line])
  // Another row was opened: this one is asked for no more.
  useEffect(() => {
    if (isBeside) setWaiting(null)
  }, [isBeside])
  return {
    asked,
    absent: asked === null || line !== undefined ? null : absentOf(asked, rows),
    dismiss: () => setWaiting(null),
  }
}
