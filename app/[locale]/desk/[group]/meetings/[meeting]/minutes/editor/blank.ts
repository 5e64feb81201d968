import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { Plugin } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import { isRecord } from "./record-commands"
import type { RecordType } from "./record-types"

type Options = { nothing: string; write: string; words: (type: RecordType) => string }

const isBlank = (node: Node | null) => node?.type.name === "paragraph" && node.content.size === 0

/** Says in an empty section, and in an empty block, what belongs there. It is not part of the text. */
export const Blank = Extension.create<Options>({
  name: "blank",
  addOptions: () => ({ nothing: "", write: "", words: () => "" }),
  addProseMirrorPlugins() {
    const { nothing, write, words } = this.options
    const say = (pos: number, attrs: Record<string, string>) =>
      Decoration.node(pos, pos + 2, { class: "is-blank", ...attrs })
    return [
      new Plugin({
        props: {
          // A section of the shared text has no line before somebody goes there.
          attributes: ({ doc }): Record<string, string> =>
            doc.childCount === 0
              ? { class: "is-blank", "data-nothing": nothing, "data-write": write }
              : {},
          decorations({ doc }) {
            if (doc.childCount === 1 && isBlank(doc.firstChild)) {
              return DecorationSet.create(doc, [
                say(0, { "data-nothing": nothing, "data-write": write }),
              ])
            }
            const found: Decoration[] = []
            doc.forEach((node, pos) => {
              if (!isRecord(node) || node.childCount !== 1 || !isBlank(node.firstChild)) return
              found.push(say(pos + 1, { "data-write": words(node.type.name as RecordType) }))
            })
            return found.length > 0 ? DecorationSet.create(doc, found) : null
          },
        },
      }),
    ]
  },
})
