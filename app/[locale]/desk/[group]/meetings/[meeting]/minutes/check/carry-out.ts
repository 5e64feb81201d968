import type { Editor } from "@tiptap/core"
import type { MinutesFix, MinutesPlace } from "@/lib/minutes/check/model"
import type { MinutesPerson } from "@/lib/minutes/model"
import { setRecord } from "../editor/record-commands"
import { findWords } from "./text-place"

/** No list is deeper than this in minutes. */
const DEEPEST = 24

/** Takes the caret to the words of a finding, or to the start of its section. False when they are gone. */
export function goTo(editor: Editor, place: MinutesPlace): boolean {
  const range = findWords(editor.state.doc, place)
  if (place.paragraph !== null && !range) return false
  editor
    .chain()
    .setTextSelection(range ?? 1)
    .focus(undefined, { scrollIntoView: false })
    .scrollIntoView()
    .run()
  return true
}

/**
 * Does in the text what was pressed beside a finding, as an edit like any other. False when the words
 * are gone, or it is nothing that is done in the text.
 */
export function carryOut(
  editor: Editor,
  place: MinutesPlace,
  fix: MinutesFix,
  people: readonly MinutesPerson[],
): boolean {
  if (fix.name !== "replace" && fix.name !== "markDecision" && fix.name !== "markAction")
    return false
  if (!goTo(editor, place)) return false
  if (fix.name === "replace") {
    const { from, to } = editor.state.selection
    const { tr } = editor.state
    editor.view.dispatch(
      (fix.words ? tr.insertText(fix.words, from, to) : tr.delete(from, to)).scrollIntoView(),
    )
    return true
  }
  toTheTop(editor)
  if (fix.name === "markDecision") return setRecord(editor, "decision")
  const owners = fix.owners.map((name) => ({
    personId: people.find((person) => person.name === name)?.id ?? null,
    name,
  }))
  return setRecord(editor, "action", { attrs: { owners } })
}

/** Blocks of the record stand at the top of a section: the paragraph leaves its list or quote. */
function toTheTop(editor: Editor): void {
  editor.commands.setTextSelection(editor.state.selection.from)
  for (let step = 0; step < DEEPEST && editor.state.selection.$from.depth > 1; step++) {
    const isLifted = editor.isActive("listItem")
      ? editor.commands.liftListItem("listItem")
      : editor.commands.lift("blockquote")
    if (!isLifted) return
  }
}
