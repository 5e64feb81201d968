import type { Editor } from "@tiptap/core"
import type { MinutesFix, MinutesPlace } from "@/lib/minutes/check/model"
import type { MinutesPerson, Named } from "@/lib/minutes/model"
import { recordAround } from "../editor/record-commands"
import { addRecord, markWords } from "./mark-words"
import { findWords } from "./text-place"

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
  const { from, to } = editor.state.selection
  if (fix.name === "replace") {
    const { tr } = editor.state
    editor.view.dispatch(
      (fix.words ? tr.insertText(fix.words, from, to) : tr.delete(from, to)).scrollIntoView(),
    )
    return true
  }
  const tr =
    fix.name === "markDecision"
      ? markWords(editor.state, { from, to }, "decision", {})
      : markWords(editor.state, { from, to }, "action", { owners: named(fix.owners, people) })
  editor.storage.record.opened = String(recordAround(tr.selection.$from)?.node.attrs.id ?? "")
  editor.view.dispatch(tr.scrollIntoView())
  return true
}

/** Adds an action that stands in a field of the meeting alone, at the end of a section. */
export function addAction(
  editor: Editor,
  { words, owners }: Extract<MinutesFix, { name: "addAction" }>,
  people: readonly MinutesPerson[],
): boolean {
  const tr = addRecord(editor.state, words, "action", { owners: named(owners, people) })
  editor.storage.record.opened = String(recordAround(tr.selection.$from)?.node.attrs.id ?? "")
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus(undefined, { scrollIntoView: false })
  return true
}

/** Owners as the text keeps them: with the person of that name, where there is one. */
function named(owners: readonly string[], people: readonly MinutesPerson[]): Named[] {
  return owners.map((name) => ({
    personId: people.find((person) => person.name === name)?.id ?? null,
    name,
  }))
}
