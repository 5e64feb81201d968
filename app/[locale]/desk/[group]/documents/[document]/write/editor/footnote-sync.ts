import type { Node } from "@tiptap/pm/model"
import type { EditorState, Transaction } from "@tiptap/pm/state"
import { StepMap } from "@tiptap/pm/transform"

/** Under this name a change of a note's own editor says that it came from the text around it. */
export const fromOutside = "fromOutside"

/** What was done in the editor of the note at `pos`, as a change of the text around it; null for nothing. */
export function outward(
  around: EditorState,
  pos: number,
  transactions: readonly Transaction[],
): Transaction | null {
  const change = around.tr
  const within = StepMap.offset(pos + 1)
  for (const { steps } of transactions) {
    for (const step of steps) {
      const mapped = step.map(within)
      if (mapped) change.step(mapped)
    }
  }
  return change.docChanged ? change : null
}

/**
 * The smallest change that makes the editor of a note say what the text around it says; null where it
 * does already. A caret in what stays keeps its place.
 */
export function inward(state: EditorState, note: Node): Transaction | null {
  const start = note.content.findDiffStart(state.doc.content)
  if (start === null) return null
  const end = note.content.findDiffEnd(state.doc.content)
  if (!end) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const slice = note.slice(start, end.a + overlap)
  return state.tr.replace(start, end.b + overlap, slice).setMeta(fromOutside, true)
}
