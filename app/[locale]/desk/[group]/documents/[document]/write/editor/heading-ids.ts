import { isChangeOrigin } from "@tiptap/extension-collaboration"
import { Plugin } from "@tiptap/pm/state"
import { Mapping } from "@tiptap/pm/transform"

/**
 * Gives a heading its id as it is written, so that comments on its section find it again when it is
 * deleted and an undo brings it back. One that was there without keeps what it is read with.
 */
export function headingIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, { doc, tr }) {
      // What comes from others, or from an undo, has the ids that it has.
      const isOwn = transactions.every((each) => !isChangeOrigin(each))
      if (!isOwn || !transactions.some(({ docChanged }) => docChanged)) return null
      const moved = new Mapping(transactions.flatMap(({ mapping }) => mapping.maps))
      const standing = new Set<number>()
      before.doc.forEach(({ type, attrs }, pos) => {
        if (type.name === "heading" && attrs.id === null) standing.add(moved.map(pos))
      })
      doc.forEach(({ type, attrs }, pos) => {
        if (type.name !== "heading" || attrs.id !== null || standing.has(pos)) return
        tr.setNodeMarkup(pos, null, { ...attrs, id: crypto.randomUUID() })
      })
      return tr.docChanged ? tr : null
    },
  })
}
