import type { Editor } from "@tiptap/core"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type * as Y from "yjs"
import type { Anchor } from "@/lib/comments/anchors/anchor"
import { threadAtCaret } from "./highlights"
import { MarkedPassages } from "./marked-passages"
import { noteAround, placeAt, positionsIn, selectionAt } from "./positions"

/** What somebody is about to comment on: a passage, or a place as `at` of the form says it. */
export type Asked =
  | { kind: "passage"; fragment: string; anchor: Anchor }
  | { kind: "place"; at: string }

/** The editors of a text: one for each fragment of its shared document. */
export type TextEditors = {
  /** The fragment in which the caret stands. */
  active: string | null
  editorOf: (fragment: string) => Editor | null
  /** What around the caret can be commented on: `section:opening`, or the action that it stands in. */
  placeAt: (fragment: string, editor: Editor) => string
  /** Brings a fragment into sight before the caret goes there, and then calls back. */
  bring: (fragment: string, run: () => void) => void
}

export type Commenting = ReturnType<typeof useCommenting>

/** The ways between a text that is being written and what is said about it. */
export function useCommenting(doc: Y.Doc, editors: TextEditors) {
  const passages = useMemo(() => new MarkedPassages(doc), [doc])
  useEffect(() => passages.follow(), [passages])
  const [asked, setAsked] = useState<Asked | null>(null)
  // A press on the same passage again is another one.
  const [picked, setPicked] = useState<{ id: string; takesFocus: boolean } | null>(null)
  const latest = useRef(editors)
  latest.current = editors

  const pick = useCallback(
    (id: string, takesFocus = false) => {
      passages.pick(id)
      setPicked({ id, takesFocus })
    },
    [passages],
  )

  const begin = useCallback(() => {
    const { active, editorOf, placeAt: placeOf } = latest.current
    const editor = active === null ? null : editorOf(active)
    if (active === null || !editor) return setAsked({ kind: "place", at: "text" })
    const { selection, doc: shown } = editor.state
    const positions = positionsIn(shown)
    const place = placeAt(positions, selection)
    const anchor = selection.empty ? null : passages.anchor(active, positions.text, place)
    if (anchor) return setAsked({ kind: "passage", fragment: active, anchor })
    const thread = threadAtCaret(editor)
    if (thread) pick(thread, true)
    else setAsked({ kind: "place", at: placeOf(active, editor) })
  }, [passages, pick])

  /** Takes the caret to the passage of a thread; false when its words are gone. */
  const show = useCallback(
    (id: string): boolean => {
      const at = passages.find(id)
      const editor = at && latest.current.editorOf(at.fragment)
      if (!at || !editor) return false
      passages.pick(id)
      latest.current.bring(at.fragment, () => {
        const { doc: shown } = editor.state
        const range = selectionAt(positionsIn(shown), at)
        const note = range && noteAround(shown, range.from)
        const chain = editor.chain()
        if (note) chain.setNodeSelection(note.from)
        else chain.setTextSelection(range ?? 1)
        chain.focus(undefined, { scrollIntoView: false }).run()
        editor.commands.scrollIntoView()
      })
      return true
    },
    [passages],
  )

  const askAt = useCallback((at: string) => setAsked({ kind: "place", at }), [])

  const drop = useCallback(() => {
    setAsked(null)
    const { active, editorOf } = latest.current
    if (active !== null) editorOf(active)?.view.focus()
  }, [])

  return useMemo(
    () => ({ passages, asked, picked, pick, begin, show, ask: setAsked, askAt, drop }),
    [passages, asked, picked, pick, begin, show, askAt, drop],
  )
}
