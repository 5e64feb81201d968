import { isChangeOrigin } from "@tiptap/extension-collaboration"
import type { Transaction } from "@tiptap/pm/state"

/**
 * Where a place is after an edit. What others wrote comes as a whole new section, through which no
 * place can be followed: there it moves by as much as was written before it.
 */
export function followPlace(tr: Transaction, place: number): number {
  if (!isChangeOrigin(tr)) return tr.mapping.map(place)
  const start = tr.before.content.findDiffStart(tr.doc.content)
  if (start === null || place < start) return place
  const moved = place + tr.doc.content.size - tr.before.content.size
  return Math.min(Math.max(moved, 0), tr.doc.content.size)
}
