import type { Node } from "@tiptap/pm/model"
import { Selection } from "@tiptap/pm/state"
import type { Editor } from "@tiptap/react"
import { useCallback, useRef, useState } from "react"
import type * as Y from "yjs"
import { readDocument } from "@/lib/minutes/live/read-document"
import type { MinutesText, SectionId } from "@/lib/minutes/model"
import { focusText } from "../../../../live/focus-text"
import { fieldsText, isRecord } from "./record-commands"
import type { Direction } from "./travel"

/** The editors of all sections: the text they hold together, and the ways between them. */
export function useEditors(doc: Y.Doc, order: SectionId[]) {
  // Asked when something happens, so that no editor is made anew because an item moved.
  const latest = useRef(order)
  latest.current = order
  const editors = useRef(new Map<SectionId, Editor>())
  const listeners = useRef(new Set<() => void>())
  const [active, setActive] = useState<SectionId | null>(null)
  const [editor, setEditor] = useState<Editor | null>(null)

  const register = useCallback((id: SectionId, made: Editor | null) => {
    if (made) editors.current.set(id, made)
    else editors.current.delete(id)
  }, [])

  const changed = useCallback(() => {
    for (const listener of listeners.current) listener()
  }, [])
  const watch = useCallback((listener: () => void) => {
    listeners.current.add(listener)
    return () => {
      listeners.current.delete(listener)
    }
  }, [])

  const focused = useCallback((id: SectionId) => {
    setActive(id)
    setEditor(editors.current.get(id) ?? null)
  }, [])

  const editorOf = useCallback((id: SectionId) => editors.current.get(id) ?? null, [])

  /** The text as it stands, in the form in which it is stored. */
  const text = useCallback(
    (): MinutesText => ({ ...readDocument(doc), order: latest.current }),
    [doc],
  )

  /** All of it as words that can be pasted anywhere, with what stands in the fields of blocks. */
  const words = useCallback(
    () =>
      latest.current
        .flatMap((id) => editors.current.get(id)?.state.doc.children ?? [])
        .map((node) => {
          const label = (leaf: Node) => leaf.attrs.label ?? "\n"
          const text = node.textBetween(0, node.content.size, "\n", label)
          return [fieldsText(node), text].filter(Boolean).join("\n")
        })
        .join("\n\n"),
    [],
  )

  const leave = useCallback((id: SectionId, direction: Direction, side?: "start"): boolean => {
    const place = latest.current.indexOf(id) + (direction === "next" ? 1 : -1)
    const next = editors.current.get(latest.current[place] ?? "")
    if (!next) return false
    const isStart = side === "start" || direction === "next"
    const { doc: text } = next.state
    focusText(next, isStart ? Selection.atStart(text) : Selection.atEnd(text))
    return true
  }, [])

  const isTaken = useCallback((own: SectionId, blockId: string): boolean => {
    for (const [id, { state }] of editors.current) {
      if (id === own) continue
      for (const node of state.doc.children) {
        if (isRecord(node) && node.attrs.id === blockId) return true
      }
    }
    return false
  }, [])

  return {
    active,
    editor,
    register,
    focused,
    editorOf,
    text,
    words,
    leave,
    isTaken,
    changed,
    watch,
  }
}
