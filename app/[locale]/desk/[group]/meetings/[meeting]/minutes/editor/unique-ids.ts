import { isChangeOrigin } from "@tiptap/extension-collaboration"
import type { Node } from "@tiptap/pm/model"
import { Plugin, type Transaction } from "@tiptap/pm/state"
import { isRecord } from "./record-commands"

/**
 * Gives every block of the record an id that no other has: a copy, the second half of a split, and a
 * block pasted while its original still stands get a new one; what was moved keeps its own.
 */
export function uniqueIds(isTaken: (id: string) => boolean): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, { doc, tr }) {
      // What comes from others has its ids; each page that gave it new ones would give different ones.
      const isOwn = (transaction: Transaction) =>
        transaction.docChanged && !isChangeOrigin(transaction)
      if (!transactions.some(isOwn)) return null
      const old = new Set<Node>()
      for (const node of before.doc.children) old.add(node)
      const seen = new Set<string>()
      const fresh: { node: Node; pos: number }[] = []
      doc.forEach((node, pos) => {
        if (!isRecord(node)) return
        if (old.has(node) && !seen.has(node.attrs.id)) seen.add(node.attrs.id)
        else fresh.push({ node, pos })
      })
      for (const { node, pos } of fresh) {
        const { id } = node.attrs
        if (id && !seen.has(id) && !isTaken(id)) seen.add(id)
        else tr.setNodeMarkup(pos, null, { ...node.attrs, id: crypto.randomUUID() })
      }
      return tr.docChanged ? tr : null
    },
  })
}
