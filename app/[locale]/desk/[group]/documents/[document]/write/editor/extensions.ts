import type { Extensions } from "@tiptap/core"
import { Text } from "@tiptap/extension-text"
import { Dropcursor } from "@tiptap/extensions"
import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import { isDocumentLink } from "@/lib/documents/links"
import { PART } from "@/lib/documents/live/form"
import type { MinutesPerson } from "@/lib/minutes/model"
import { Highlights } from "../../../../comments/beside/highlights"
import type { Commenting } from "../../../../comments/beside/use-commenting"
import { Carets } from "../../../../live/carets"
import { OwnCaret } from "../../../../live/own-caret"
import { SharedText } from "../../../../live/shared-text"
import { Fill } from "../../../../meetings/[meeting]/minutes/editor/fill"
import { Find } from "../../../../meetings/[meeting]/minutes/editor/find"
import { Mention } from "../../../../meetings/[meeting]/minutes/editor/mention"
import { MentionNode } from "../../../../meetings/[meeting]/minutes/editor/mention-node"
import {
  LineBreak,
  PlainLink,
  plainNodes,
} from "../../../../meetings/[meeting]/minutes/editor/plain-nodes"
import { type Command, Slash } from "../../../../meetings/[meeting]/minutes/editor/slash"
import { Footnote } from "./footnote"
import { Heading } from "./heading"
import { tableNodes } from "./table-nodes"

/** What may stand in a note as well as in a line. */
const said = { group: "inline said" }
const replaced = new Set(["text", "hardBreak", "link"])

/** The nodes and marks of documents, those of `lib/documents/model`. */
export const documentNodes: Extensions = [
  ...plainNodes.filter(({ name }) => !replaced.has(name)),
  Text.extend(said),
  LineBreak.extend(said),
  MentionNode.extend(said),
  PlainLink.configure({ isAllowedUri: (address) => isDocumentLink(address) }),
  Heading,
  ...tableNodes,
]

/** What the editor of a document needs from the page around it. */
export type DocumentSetting = {
  fragment: Y.XmlFragment
  awareness: Awareness | null
  commenting: Pick<Commenting, "passages" | "pick" | "begin">
  /** Whom the text may name. */
  people: () => MinutesPerson[]
  say: { blocks: string; note: string; openNote: string; people: string; inText: string }
  commands: Command[]
}

/** Everything of which the editor of a document is made. */
export function documentExtensions({
  fragment,
  awareness,
  commenting: { passages, pick, begin },
  people,
  say,
  commands,
}: DocumentSetting): Extensions {
  return [
    ...documentNodes.filter(({ name }) => name !== "mention"),
    Mention.extend(said).configure({
      ...{ id: "people-document", label: say.people, inText: say.inText, people },
    }),
    Footnote.configure({ say: { label: say.note, open: say.openNote } }),
    Fill,
    Find,
    SharedText.configure({ fragment }),
    OwnCaret.configure({ doc: fragment.doc }),
    Carets.configure({ awareness }),
    Highlights.configure({ fragment: PART, passages, pick, comment: begin }),
    Dropcursor.configure({ color: false, class: "drop-line" }),
    Slash.configure({ id: "slash-document", label: say.blocks, commands }),
  ]
}
