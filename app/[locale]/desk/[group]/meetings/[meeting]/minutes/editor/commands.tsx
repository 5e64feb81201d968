import type { Editor } from "@tiptap/core"
import { BlockMark } from "./block-frame"
import { setRecord } from "./record-commands"
import { type RecordType, recordTypes } from "./record-types"
import type { Command } from "./slash"

/** The words of the catalogue that the menus need. */
export type Say = (key: `${RecordType | "list" | "numbered" | "quote"}`) => string

const record = (type: RecordType, names: string[], short: string, say: Say): Command => ({
  key: type,
  names,
  label: say(type),
  hint: `/${short}`,
  mark: <BlockMark type={type} />,
  run: (editor) => setRecord(editor, type, { fresh: true }),
})

const plain = (key: "list" | "numbered" | "quote", names: string[], say: Say): Command => ({
  key,
  names,
  label: say(key),
  hint: `/${names[0]}`,
  run: (editor) => plainRuns[key](editor),
})

const plainRuns: Record<"list" | "numbered" | "quote", (editor: Editor) => void> = {
  list: (editor) => editor.chain().toggleBulletList().run(),
  numbered: (editor) => editor.chain().toggleOrderedList().run(),
  quote: (editor) => editor.chain().toggleBlockquote().run(),
}

const french: Record<RecordType, string> = {
  statement: "déclaration",
  decision: "décision",
  action: "action",
  question: "question",
}

/** The blocks that `/` offers. The English and the French names work in every language. */
export function slashCommands(say: Say): Command[] {
  const names: Record<RecordType, string> = {
    statement: "s",
    decision: "d",
    action: "a",
    question: "q",
  }
  return [
    ...recordTypes.map((type) => record(type, [names[type], type, french[type]], names[type], say)),
    plain("list", ["list", "bullets", "liste", "puces"], say),
    plain("numbered", ["numbered", "numérotée"], say),
    plain("quote", ["quote", "citation"], say),
  ]
}
