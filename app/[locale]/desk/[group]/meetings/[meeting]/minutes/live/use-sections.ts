import { useEffect, useMemo, useState } from "react"
import type * as Y from "yjs"
import { readDocument } from "@/lib/minutes/live/read-document"
import { agendaOrder, isEmptyDoc, type SectionId } from "@/lib/minutes/model"

/** The sections that the document holds and the agenda does not have, with words in them. */
function strandedIn(doc: Y.Doc, agenda: readonly { id: string }[]): string {
  const items = new Set(agenda.map(({ id }) => id))
  const { sections } = readDocument(doc)
  const found = Object.entries(sections).filter(([id, text]) => !items.has(id) && !isEmptyDoc(text))
  return found.map(([id]) => id).join()
}

/**
 * The order of the sections: the agenda's, and behind the section that they followed those whose item
 * is gone for as long as anything stands in them. The text itself is never moved.
 */
export function useSections(
  doc: Y.Doc,
  agenda: readonly { id: string }[],
  before: readonly SectionId[],
): SectionId[] {
  const [stranded, setStranded] = useState(() => strandedIn(doc, agenda))
  useEffect(() => {
    let known = doc.share.size
    setStranded(strandedIn(doc, agenda))
    const look = () => {
      if (doc.share.size === known) return
      known = doc.share.size
      setStranded(strandedIn(doc, agenda))
    }
    doc.on("afterTransaction", look)
    return () => doc.off("afterTransaction", look)
  }, [doc, agenda])
  const left = stranded.split(",").filter(Boolean)
  const all = [...before, ...left.filter((id) => !before.includes(id))]
  const order = agendaOrder(all, agenda, (id) => left.includes(id)).join()
  return useMemo(() => order.split(","), [order])
}
