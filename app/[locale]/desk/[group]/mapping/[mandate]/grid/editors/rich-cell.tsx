import { type ComponentType, useEffect, useRef, useState } from "react"
import { blocksFrom } from "@/lib/mapping/cells/read-cell"
import type { EditorProps, RichProps } from "./editor"

type Editor = ComponentType<RichProps>

let come: Editor | null = null
const fetchEditor = () =>
  import("./rich-editor").then((loaded) => {
    come = loaded.default
    return loaded.default
  })

/** Fetches the editor of rich text once the page has nothing else to do, so that a cell opens at once. */
export function useRichEditorSoon(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return
    const fetchSoon = () => void fetchEditor().catch(() => {})
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(fetchSoon, 2_000)
      return () => clearTimeout(timer)
    }
    const soon = requestIdleCallback(fetchSoon, { timeout: 5_000 })
    return () => cancelIdleCallback(soon)
  }, [isWanted])
}

/** The editor of rich text; until it has come, a plain field hears what is typed and hands it on. */
export function RichCell(props: EditorProps<"synergies">) {
  const { value, typed, change, setting } = props
  const [Rich, setRich] = useState<Editor | null>(() => come)
  const early = useRef(typed ?? "")
  useEffect(() => {
    if (Rich) return
    let isHere = true
    fetchEditor().then(
      (editor) => isHere && setRich(() => editor),
      // Without a network it does not come, and words alone can be written.
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [Rich])
  if (Rich) return <Rich {...props} early={early.current} />
  return (
    <textarea
      className="in grows"
      aria-label={setting.label}
      data-first
      rows={3}
      defaultValue={early.current}
      onChange={({ target }) => {
        early.current = target.value
        const written = blocksFrom(target.value, [])
        change(typed === null ? [...value, ...written] : written)
      }}
    />
  )
}
