import type { Editor, Range } from "@tiptap/core"
import { PluginKey } from "@tiptap/pm/state"
import { Suggestion } from "@tiptap/suggestion"
import type { MinutesPerson } from "@/lib/minutes/model"
import { atCaret } from "./at-caret"
import { MentionNode } from "./mention-node"
import { findPeople } from "./person-search"
import { setRecord } from "./record-commands"

const MOST = 6

/** Tab at the start of a line makes a statement of the person instead of naming them in the text. */
function stateAs(editor: Editor, range: Range, person: MinutesPerson): boolean {
  const $from = editor.state.doc.resolve(range.from)
  if ($from.parentOffset !== 0 || $from.depth !== 1) return false
  editor.chain().deleteRange(range).run()
  const { id, name, capacity } = person
  return setRecord(editor, "statement", { attrs: { personId: id, name, capacity } })
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

type Options = { id: string; label: string; foot: string; people: MinutesPerson[] }

/** `@` names a person of the group, or of the meeting. */
export const Mention = MentionNode.extend<Options>({
  addOptions: () => ({ id: "mention", label: "", foot: "", people: [] }),
  addProseMirrorPlugins() {
    const { id, label, foot, people } = this.options
    return [
      Suggestion<MinutesPerson, { item: MinutesPerson; key?: string }>({
        editor: this.editor,
        pluginKey: new PluginKey("mention"),
        char: "@",
        allowSpaces: true,
        items: ({ query }) => findPeople(people, query).slice(0, MOST),
        command: ({ editor, range, props }) => {
          if (props.key === "Tab" && stateAs(editor, range, props.item)) return
          mention(editor, range, props.item)
        },
        render: atCaret<MinutesPerson>({
          id,
          label,
          foot,
          choiceOf: (person) => ({ key: person.id, label: person.name, hint: person.capacity }),
        }),
      }),
    ]
  },
})
