import { updateYFragment } from "@tiptap/y-tiptap"
import * as Y from "yjs"
import { type MinutesText, type SectionDoc, TEXT_SCHEMA } from "../model"
import { liveSchema } from "./schema"

function writeSection(doc: Y.Doc, id: string, section: SectionDoc): void {
  const node = liveSchema.nodeFromJSON(section)
  updateYFragment(doc, doc.getXmlFragment(id), node, { mapping: new Map(), isOMark: new Map() })
}

/**
 * Makes the sections of a shared document say what `text` says, by the smallest change: what others
 * write in the same paragraph meanwhile stays. Sections that `text` does not name are left alone.
 */
export function writeText(doc: Y.Doc, { sections }: MinutesText): void {
  doc.transact(() => {
    for (const [id, section] of Object.entries(sections)) writeSection(doc, id, section)
  })
}

/** A new shared document that says what `text` says. */
export function documentOf(text: MinutesText): Y.Doc {
  if (text.schema !== TEXT_SCHEMA) throw new Error(`A text has schema ${text.schema}`)
  const doc = new Y.Doc()
  writeText(doc, text)
  return doc
}
