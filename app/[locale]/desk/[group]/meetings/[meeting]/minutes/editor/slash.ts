import { type Editor, Extension } from "@tiptap/core"
import { PluginKey } from "@tiptap/pm/state"
import { Suggestion } from "@tiptap/suggestion"
import { foldName } from "@/lib/people/model"
import { atCaret } from "./at-caret"
import type { Choice } from "./choice-menu"
import { recordAround } from "./record-commands"

/** A block that the menu offers. `names` are what may be typed for it, in every language we speak. */
export type Command = Choice & { names: string[]; run: (editor: Editor) => void }

/**
 * Commands of which a name begins with what was typed, those that are called just so first; all of
 * them before the first letter.
 */
export function matching(commands: readonly Command[], query: string): Command[] {
  const typed = foldName(query)
  const called = ({ names, label }: Command) => [...names, label].map(foldName)
  const found = commands.filter((command) => called(command).some((name) => name.startsWith(typed)))
  const isExact = (command: Command) => Number(called(command).includes(typed))
  return found.sort((one, other) => isExact(other) - isExact(one))
}

type Options = { id: string; label: string; commands: Command[] }

/** `/` at the start of a line opens the blocks. */
export const Slash = Extension.create<Options>({
  name: "slash",
  addOptions: () => ({ id: "slash", label: "", commands: [] }),
  addProseMirrorPlugins() {
    const { id, label, commands } = this.options
    return [
      Suggestion<Command, { item: Command }>({
        editor: this.editor,
        pluginKey: new PluginKey("slash"),
        char: "/",
        startOfLine: true,
        allow: ({ state, range }) => {
          const $from = state.doc.resolve(range.from)
          const isTop = $from.depth === 1 || ($from.depth === 2 && recordAround($from) !== null)
          return isTop && $from.parentOffset === 0
        },
        items: ({ query }) => matching(commands, query),
        command: ({ editor, range, props }) => {
          editor.chain().deleteRange(range).run()
          props.item.run(editor)
        },
        render: atCaret<Command>({ id, label, choiceOf: (command) => command }),
      }),
    ]
  },
})
