import { type AttributeSpec, type NodeSpec, Schema } from "@tiptap/pm/model"

// The schema of the shared text. Every subset of valid children is valid, because two people may each
// delete some of them at once; the strict form of `../model` is restored when the text is read.

const attributes = (defaults: Record<string, unknown>): Record<string, AttributeSpec> =>
  Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, { default: value }]))

const record = (fields: Record<string, unknown>): NodeSpec => ({
  content: "plain*",
  group: "block",
  defining: true,
  attrs: attributes({ id: null, ...fields }),
})

/**
 * The nodes, marks, attributes and defaults of the editor without any view, for the server. The order
 * counts: the first node of a group is the one that fills a gap.
 */
export const liveSchema = new Schema({
  topNode: "doc",
  nodes: {
    paragraph: { content: "inline*", group: "block plain" },
    doc: { content: "block*" },
    text: { group: "inline" },
    bulletList: { content: "listItem*", group: "block plain list" },
    orderedList: {
      content: "listItem*",
      group: "block plain list",
      attrs: attributes({ start: 1 }),
    },
    listItem: { content: "plain*", defining: true },
    blockquote: { content: "plain*", group: "block", defining: true },
    hardBreak: { group: "inline", inline: true, selectable: false, linebreakReplacement: true },
    statement: record({ personId: null, name: "", capacity: "" }),
    decision: record({}),
    action: record({ owners: [], due: null }),
    question: record({ outcome: null }),
    mention: {
      group: "inline",
      inline: true,
      atom: true,
      selectable: false,
      attrs: attributes({ personId: null, label: "" }),
    },
  },
  marks: {
    link: { inclusive: false, attrs: attributes({ href: null }) },
    bold: {},
    italic: {},
  },
})
