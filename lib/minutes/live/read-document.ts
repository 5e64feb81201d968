import * as Y from "yjs"
import type { Authorship, Run } from "../authorship"
import { type MinutesText, TEXT_SCHEMA } from "../model"
import { readSection, storable } from "./read-nodes"

/** Who wrote what a device wrote at one of its clocks; null for the portal, or when nobody is known. */
export type AuthorOf = (client: number, clock: number) => string | null

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

function addRuns(node: unknown, authorOf: AuthorOf, runs: Run[]): void {
  if (node instanceof Y.XmlText) {
    for (let item = node._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const author = authorOf(item.id.client, item.id.clock)
      const { length } = storable(item.content.str)
      const last = runs.at(-1)
      if (last?.[0] === author) last[1] += length
      else if (length > 0) runs.push([author, length])
    }
  } else if (node instanceof Y.XmlElement && node.nodeName !== "mention") {
    for (const child of node.toArray()) addRuns(child, authorOf, runs)
  }
}

/** Who wrote each character of each section. */
export function readAuthorship(doc: Y.Doc, authorOf: AuthorOf): Authorship {
  const read: Authorship = {}
  for (const id of doc.share.keys()) {
    const runs: Run[] = []
    for (const node of doc.getXmlFragment(id).toArray()) addRuns(node, authorOf, runs)
    read[id] = runs
  }
  return read
}
