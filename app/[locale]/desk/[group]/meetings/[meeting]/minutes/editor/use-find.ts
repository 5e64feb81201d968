import type { Editor, TiptapEditorHTMLElement } from "@tiptap/core"
import { useCallback, useEffect, useRef, useState } from "react"
import { findKey, hitsIn } from "./find"
import type { Hit } from "./find-text"

export type Place = { editor: Editor; hit: Hit }

/** The editors of all sections in the order in which they stand on the page. */
export function editorsOnPage(): Editor[] {
  const texts = document.querySelectorAll<TiptapEditorHTMLElement>("#minutes-text .section-text")
  return [...texts].flatMap(({ editor }) => (editor && !editor.isDestroyed ? [editor] : []))
}

function ask(editor: Editor, words: string, now: number | null) {
  const before = findKey.getState(editor.state)
  if (before?.words === words && before.now === now) return
  editor.view.dispatch(
    editor.state.tr.setMeta(findKey, { words, now }).setMeta("addToHistory", false),
  )
}

const placesIn = (editors: readonly Editor[]): Place[] =>
  editors.flatMap((editor) => hitsIn(editor.state).map((hit) => ({ editor, hit })))

function reveal({ editor, hit }: Place) {
  const { node } = editor.view.domAtPos(hit.from + 1)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: "center" })
}

/** Where the caret was when the search began: the first place behind it is looked at first. */
type Origin = { editor: Editor | null; pos: number }

/** Looks for words in all sections, and goes round among the places. `at` counts from 0. */
export function useFind(words: string, origin: Origin | null) {
  const [{ at, count }, setFound] = useState({ at: -1, count: 0 })
  const now = useRef<{ editor: Editor; pos: number } | null>(null)

  const show = useCallback((places: Place[], wanted: number) => {
    const place = places[wanted]
    for (const editor of editorsOnPage()) {
      const words = findKey.getState(editor.state)?.words ?? ""
      ask(editor, words, place?.editor === editor ? place.hit.from : null)
    }
    now.current = place ? { editor: place.editor, pos: place.hit.from } : null
    if (place) reveal(place)
    setFound({ at: place ? wanted : -1, count: places.length })
  }, [])

  useEffect(() => {
    if (origin === null) return
    const editors = editorsOnPage()
    for (const editor of editors) ask(editor, words, null)
    const places = placesIn(editors)
    const from = origin.editor ? editors.indexOf(origin.editor) : 0
    const first = places.findIndex(({ editor, hit }) => {
      const place = editors.indexOf(editor)
      return place > from || (place === from && hit.from >= origin.pos)
    })
    show(places, places.length > 0 ? Math.max(first, 0) : -1)
    const recount = () => {
      const left = placesIn(editorsOnPage())
      const state = now.current && findKey.getState(now.current.editor.state)
      const still = left.findIndex(
        ({ editor, hit }) => editor === now.current?.editor && hit.from === state?.now,
      )
      setFound({ at: still, count: left.length })
    }
    for (const editor of editors) editor.on("update", recount)
    return () => {
      for (const editor of editors) {
        editor.off("update", recount)
        if (!editor.isDestroyed) ask(editor, "", null)
      }
    }
  }, [words, origin, show])

  const step = useCallback(
    (by: 1 | -1) => {
      const editors = editorsOnPage()
      // A section that came since is looked through as well.
      for (const editor of editors)
        if (findKey.getState(editor.state)?.words !== words) ask(editor, words, null)
      const places = placesIn(editors)
      if (places.length > 0) show(places, at < 0 ? 0 : (at + by + places.length) % places.length)
    },
    [at, words, show],
  )

  /** The place that is looked at, as the text stands now. */
  const current = useCallback((): Place | null => placesIn(editorsOnPage())[at] ?? null, [at])
  return { at, count, step, current }
}
