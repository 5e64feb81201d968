import type { Editor } from "@tiptap/core"
import { useMemo } from "react"
import type * as Y from "yjs"
import { headingsIn, readText } from "@/lib/documents/live/read-text"
import { outlineOf } from "@/lib/documents/outline"
import type { Place } from "../../../../comments/begin-form"

/** The section that the caret stands in, as a form of a comment says it; the whole text before any. */
export function sectionAround(doc: Y.Doc, { state }: Pick<Editor, "state">): string {
  const { $from } = state.selection
  const above = state.doc.children.slice(0, $from.index(0) + 1)
  const nth = above.filter(({ type }) => type.name === "heading").length - 1
  const id = [...headingsIn(doc)][nth]
  return id === undefined ? "text" : `section:${id}`
}

/** The sections of a text as they stand, for whoever comments on one; looked at again with `asked`. */
export function useSections(doc: Y.Doc, asked: unknown): Place[] {
  return useMemo(() => {
    const placeOf = ({ id, words }: { id: string; words: string }): Place => ({
      ...{ about: "section", place: id, label: words },
    })
    return asked === undefined ? [] : outlineOf(readText(doc)).map(placeOf)
  }, [doc, asked])
}
