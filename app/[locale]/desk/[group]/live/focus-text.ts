import type { Editor } from "@tiptap/core"
import { Selection } from "@tiptap/pm/state"

/**
 * Takes the caret into the text at once, to a position where one is given. The library's own command
 * waits for a frame, and what is typed meanwhile would go to where the caret was.
 */
export function focusText({ state, view }: Editor, at?: number | Selection): void {
  if (at !== undefined) {
    const place = typeof at === "number" ? Selection.near(state.doc.resolve(at)) : at
    view.dispatch(state.tr.setSelection(place).scrollIntoView())
  }
  view.focus()
}
