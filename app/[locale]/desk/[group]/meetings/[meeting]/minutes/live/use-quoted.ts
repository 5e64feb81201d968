import { useEffect, useState } from "react"
import type * as Y from "yjs"
import { listStatements } from "@/lib/minutes/listing"
import { readDocument } from "@/lib/minutes/live/read-document"

type Quoted = { personId: string | null; name: string }

/** The text is looked through once nobody has typed for this long, in milliseconds. */
const pause = 1_000

function quotedIn(doc: Y.Doc): Quoted[] {
  const named = listStatements(readDocument(doc)).map(({ block }) => block.attrs)
  const once = new Map(named.map(({ personId, name }) => [personId ?? name, { personId, name }]))
  return [...once.values()].filter(({ name }) => name.trim() !== "")
}

/** Everybody whom the text has say something, each once. */
export function useQuoted(doc: Y.Doc): Quoted[] {
  const [quoted, setQuoted] = useState(() => quotedIn(doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setQuoted(quotedIn(doc)), pause)
    }
    doc.on("update", later)
    return () => {
      clearTimeout(timer)
      doc.off("update", later)
    }
  }, [doc])
  return quoted
}
