import type * as Y from "yjs"
import { type MinutesText, TEXT_SCHEMA } from "../model"
import { readSection } from "./read-nodes"

/** The sections of a shared document as the model has them, in the order in which they came. */
export function readDocument(doc: Y.Doc): MinutesText {
  const order = [...doc.share.keys()]
  const taken = new Set<string>()
  // Which of two blocks keeps an id must not depend on what a server happened to load first.
  const sections = Object.fromEntries(
    order.toSorted().map((id) => [id, readSection(doc.getXmlFragment(id), taken)]),
  )
  return { schema: TEXT_SCHEMA, order, sections }
}
