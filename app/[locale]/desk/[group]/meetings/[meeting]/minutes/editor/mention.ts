import type { Editor, Range } from "@tiptap/core"
import { type EditorState, PluginKey } from "@tiptap/pm/state"
import { Suggestion } from "@tiptap/suggestion"
import { createElement } from "react"
import type { MinutesPerson } from "@/lib/minutes/model"
import { atCaret } from "./at-caret"
import { BlockMark } from "./block-frame"
import { MentionNode } from "./mention-node"
import { findPeople } from "./person-search"
import { setRecord } from "./record-commands"

const MOST = 6
/** At the start of a line fewer are offered, and each of them twice. */
const MOST_TWICE = 4

/** A person, and what becomes of the name: a statement of theirs, or their name in the text. */
export type Namable = { person: MinutesPerson; as: "statement" | "mention" }

/** Whether the caret stands in a name that opens a line, as what somebody says does in minutes. */
function opensLine({ selection: { $from } }: EditorState): boolean {
  return $from.depth === 1 && $from.parent.textBetween(0, $from.parentOffset).startsWith("@")
}

/** Whom `@` offers at the caret. Where a line of minutes begins, their statements come first. */
export function namable(state: EditorState, people: MinutesPerson[], query: string): Namable[] {
  const found = findPeople(people, query)
  const as = (kind: Namable["as"]) => (person: MinutesPerson) => ({ person, as: kind })
  if (!state.schema.nodes.statement || !opensLine(state))
    return found.slice(0, MOST).map(as("mention"))
  const few = found.slice(0, MOST_TWICE)
  return [...few.map(as("statement")), ...few.map(as("mention"))]
}

function makeStatement(editor: Editor, range: Range, person: MinutesPerson) {
  editor.chain().deleteRange(range).run()
  const { id, name, capacity } = person
  setRecord(editor, "statement", { attrs: { personId: id, name, capacity } })
}

function mention(editor: Editor, range: Range, person: MinutesPerson) {
  editor
    .chain()
    .focus()
    .insertContentAt(range, [
      { type: "mention", attrs: { personId: person.id, label: person.name } },
      { type: "text", text: " " },
    ])
    .run()
}

type Options = {
  id: string
  label: string
  inText: string
  statement: string
  people: () => MinutesPerson[]
}

/** `@` names a person of the group, or of the meeting. */
export const Mention = MentionNode.extend<Options>({
  addOptions: () => ({ id: "mention", label: "", inText: "", statement: "", people: () => [] }),
  addProseMirrorPlugins() {
    const { id, label, inText, statement, people } = this.options
    return [
      Suggestion<Namable, { item: Namable }>({
        editor: this.editor,
        pluginKey: new PluginKey("mention"),
        char: "@",
        allowSpaces: true,
        items: ({ query, editor }) => namable(editor.state, people(), query),
        command: ({ editor, range, props: { item } }) => {
          if (item.as === "statement") makeStatement(editor, range, item.person)
          else mention(editor, range, item.person)
        },
        render: atCaret<Namable>({
          id,
          label,
          choiceOf: ({ person, as }) => ({
            key: `${as} ${person.id}`,
            label: person.name,
            hint: (as === "mention" ? [inText] : [statement, person.capacity])
              .filter(Boolean)
              .join(" · "),
            mark: as === "statement" ? createElement(BlockMark, { type: "statement" }) : undefined,
          }),
        }),
      }),
    ]
  },
})
