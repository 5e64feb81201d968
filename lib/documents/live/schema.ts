import { type NodeSpec, Schema } from "@tiptap/pm/model"
import { liveSchema } from "@/lib/minutes/live/schema"

// What minutes and documents share is taken from the minutes. Every subset of valid children is valid,
// because two people may each delete some of them at once; the strict form is restored on reading.

const shared = (name: string): NodeSpec => {
  const spec = liveSchema.spec.nodes.get(name)
  if (!spec) throw new Error(`The minutes have no ${name}`)
  return spec
}
/** What may stand in a note as well as in a line. */
const said = (name: string): NodeSpec => ({ ...shared(name), group: "inline said" })
const cell: NodeSpec = { content: "plain*", group: "cell", isolating: true }

/**
 * The nodes, marks, attributes and defaults of the editor of documents without any view, for the
 * server. The order counts: the first node of a group is the one that fills a gap.
 */
export const documentSchema = new Schema({
  topNode: "doc",
  nodes: {
    paragraph: shared("paragraph"),
    doc: { content: "block*" },
    text: { group: "inline said" },
    heading: {
      content: "inline*",
      group: "block",
      defining: true,
      attrs: { level: { default: 1 }, id: { default: null } },
    },
    bulletList: shared("bulletList"),
    orderedList: shared("orderedList"),
    listItem: shared("listItem"),
    blockquote: shared("blockquote"),
    table: { content: "tableRow*", group: "block", isolating: true },
    tableRow: { content: "cell*" },
    tableCell: cell,
    tableHeader: cell,
    hardBreak: said("hardBreak"),
    mention: said("mention"),
    footnote: { content: "said*", group: "inline", inline: true, atom: true },
  },
  marks: liveSchema.spec.marks,
})
