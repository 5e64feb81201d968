import * as Y from "yjs"
import type { Authorship, Run } from "@/lib/minutes/authorship"
import { storable } from "./storable"
import type { AuthorOf } from "./writers"

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

/** Who wrote each character of each part of a shared text. */
export function readAuthorship(doc: Y.Doc, authorOf: AuthorOf): Authorship {
  const read: Authorship = {}
  for (const id of doc.share.keys()) {
    const runs: Run[] = []
    for (const node of doc.getXmlFragment(id).toArray()) addRuns(node, authorOf, runs)
    read[id] = runs
  }
  return read
}
