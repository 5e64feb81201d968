import type { Node } from "@tiptap/pm/model"
import type { Editor } from "@tiptap/react"
import { useCallback, useRef, useState } from "react"
import {
  type MinutesText,
  type SectionDoc,
  type SectionId,
  sectionOf,
  TEXT_SCHEMA,
} from "@/lib/minutes/model"
import { fieldsText, isRecord } from "./record-commands"
import type { Direction } from "./travel"

/** NUL and broken surrogates come in with pasted text; they cannot be stored, and say nothing. */
function storable(doc: SectionDoc): SectionDoc {
  return JSON.parse(JSON.stringify(doc), (_key, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
  )
}

/** The editors of all sections: the text they hold together, and the ways between them. */
export function useEditors(shown: MinutesText) {
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

  const text = useCallback(
    (): MinutesText => ({
      schema: TEXT_SCHEMA,
      order: shown.order,
      sections: Object.fromEntries(
        shown.order.map((id) => {
          const held = editors.current.get(id)?.getJSON() as SectionDoc | undefined
          return [id, storable(held ?? sectionOf(shown, id))]
        }),
      ),
    }),
    [shown],
  )

  /** All of it as words that can be pasted anywhere, with what stands in the fields of blocks. */
  const words = useCallback(
    () =>
      shown.order
        .flatMap((id) => editors.current.get(id)?.state.doc.children ?? [])
        .map((node) => {
          const label = (leaf: Node) => leaf.attrs.label ?? "\n"
          const text = node.textBetween(0, node.content.size, "\n", label)
          return [fieldsText(node), text].filter(Boolean).join("\n")
        })
        .join("\n\n"),
    [shown],
  )

  const leave = useCallback(
    (id: SectionId, direction: Direction, side?: "start"): boolean => {
      const place = shown.order.indexOf(id) + (direction === "next" ? 1 : -1)
      const next = editors.current.get(shown.order[place] ?? "")
      if (!next) return false
      next.commands.focus(side ?? (direction === "next" ? "start" : "end"), {
        scrollIntoView: true,
      })
      return true
    },
    [shown],
  )

  const isTaken = useCallback((own: SectionId, blockId: string): boolean => {
    for (const [id, { state }] of editors.current) {
      if (id === own) continue
      for (const node of state.doc.children) {
        if (isRecord(node) && node.attrs.id === blockId) return true
      }
    }
    return false
  }, [])

  return { active, editor, register, focused, text, words, leave, isTaken, changed, watch }
}
