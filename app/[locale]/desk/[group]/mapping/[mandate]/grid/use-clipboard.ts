import { type RefObject, useEffect, useRef } from "react"

/**
 * Hears copy, cut and paste while the focus is on a cell. Browsers tell of them wherever they happen; in a field
 * they belong to the field.
 */
export function useClipboard(
  table: RefObject<HTMLElement | null>,
  acts: { copy: () => string; cutOut: () => string; paste: (text: string) => void },
): void {
  const now = useRef(acts)
  useEffect(() => {
    now.current = acts
  })
  useEffect(() => {
    const isOurs = () => table.current?.contains(document.activeElement) ?? false
    const take = (event: ClipboardEvent, text: () => string) => {
      if (!isOurs() || !document.getSelection()?.isCollapsed) return
      event.preventDefault()
      event.clipboardData?.setData("text/plain", text())
    }
    const copy = (event: ClipboardEvent) => take(event, () => now.current.copy())
    const cut = (event: ClipboardEvent) => take(event, () => now.current.cutOut())
    const paste = (event: ClipboardEvent) => {
      if (!isOurs()) return
      event.preventDefault()
      now.current.paste(event.clipboardData?.getData("text/plain") ?? "")
    }
    document.addEventListener("copy", copy)
    document.addEventListener("cut", cut)
    document.addEventListener("paste", paste)
    return () => {
      document.removeEventListener("copy", copy)
      document.removeEventListener("cut", cut)
      document.removeEventListener("paste", paste)
    }
  }, [table])
}
