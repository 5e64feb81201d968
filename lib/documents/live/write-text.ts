import { updateYFragment } from "@tiptap/y-tiptap"
import * as Y from "yjs"
import type { DocumentText } from "../model"
import { PART } from "./form"
import { documentSchema } from "./schema"

/**
 * Makes a shared text say what `text` says, by the smallest change: what others write in the same
 * paragraph meanwhile stays.
 */
export function writeText(doc: Y.Doc, { content }: DocumentText): void {
  const node = documentSchema.nodeFromJSON({ type: "doc", content })
  doc.transact(() =>
    updateYFragment(doc, doc.getXmlFragment(PART), node, {
      mapping: new Map(),
      isOMark: new Map(),
    }),
  )
}

/** A new shared text that says what `text` says. */
export function sharedOf(text: DocumentText): Y.Doc {
  const doc = new Y.Doc()
  writeText(doc, text)
  return doc
}
