import { Node } from "@tiptap/core"
import { Blockquote } from "@tiptap/extension-blockquote"
import { Bold } from "@tiptap/extension-bold"
import { HardBreak } from "@tiptap/extension-hard-break"
import { Italic } from "@tiptap/extension-italic"
import { Link } from "@tiptap/extension-link"
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list"
import { Paragraph } from "@tiptap/extension-paragraph"
import { Text } from "@tiptap/extension-text"
import { isLinkTarget } from "@/lib/minutes/model"

// The groups repeat the model: `plain` may stand inside quotes and blocks of the record, `block` only
// at the top of a section. Any of them may be empty, so that no merge of two edits is ever invalid:
// the binding to the shared text deletes what is. `fill.ts` puts a line where one is missing.

const SectionDocument = Node.create({ name: "doc", topNode: true, content: "block*" })

const PlainParagraph = Paragraph.extend({ group: "block plain" })

const PlainBulletList = BulletList.extend({
  group: "block plain list",
  content: "listItem*",
})

const PlainOrderedList = OrderedList.extend({
  group: "block plain list",
  content: "listItem*",
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => {
          const start = Number.parseInt(element.getAttribute("start") ?? "1", 10)
          return start >= 0 && start <= 9_999 ? start : 1
        },
      },
    }
  },
})

const PlainListItem = ListItem.extend({ content: "plain*" })

const PlainQuote = Blockquote.extend({ content: "plain*", group: "block" })

/** Shift-Enter alone breaks a line: Mod-Enter leaves the block. */
export const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() }
  },
})

export const PlainLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: null } }
  },
}).configure({
  openOnClick: false,
  defaultProtocol: "https",
  HTMLAttributes: { target: null, rel: "noopener noreferrer" },
  isAllowedUri: (address) => isLinkTarget(address),
})

export const plainNodes = [
  SectionDocument,
  PlainParagraph,
  Text,
  PlainBulletList,
  PlainOrderedList,
  PlainListItem,
  ListKeymap,
  PlainQuote,
  LineBreak,
  Bold,
  Italic,
  PlainLink,
]
