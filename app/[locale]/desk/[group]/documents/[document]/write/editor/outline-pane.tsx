import { type Editor, useEditorState } from "@tiptap/react"
import type * as Y from "yjs"
import { headingsIn } from "@/lib/documents/live/read-text"
import { focusText } from "../../../../live/focus-text"
import { inSight } from "../../../../live/in-sight"
import { OutlineList } from "../outline-list"

type Entry = { pos: number; level: number; words: string; id: string }

function headingsOf(editor: Editor | null, doc: Y.Doc): Entry[] {
  const found: Entry[] = []
  const ids = [...headingsIn(doc)]
  editor?.state.doc.forEach((node, pos) => {
    if (node.type.name !== "heading") return
    const id = ids.shift() ?? ""
    const words = node.textContent.trim()
    if (words !== "") found.push({ pos, level: Number(node.attrs.level), words, id })
  })
  return found
}

/** The headings of the text as it is written. A press leads the caret to one, or asks for a comment. */
export function OutlinePane({ editor, doc }: { editor: Editor | null; doc: Y.Doc }) {
  const read = ({ editor }: { editor: Editor | null }) => headingsOf(editor, doc)
  const entries = useEditorState({ editor, selector: read }) ?? []
  const goTo = (pos: number) => inSight("text-view", () => editor && focusText(editor, pos + 1))
  return (
    <OutlineList
      entries={entries.map(({ pos, ...entry }) => ({ ...entry, key: pos, go: () => goTo(pos) }))}
    />
  )
}
