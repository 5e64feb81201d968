import { useEffect, useRef } from "react"

/** Keys that hold on the whole page: Ctrl S saves, Ctrl K asks for a link, Alt F10 leads to the tools. */
export function usePageKeys({ save, link }: { save: () => void; link: () => void }) {
  const latest = useRef({ save, link })
  latest.current = { save, link }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      const key = event.key.toLowerCase()
      if (isCommand && key === "s") latest.current.save()
      else if (isCommand && key === "k") latest.current.link()
      else if (event.altKey && event.key === "F10") {
        document.querySelector<HTMLElement>("[data-tool][tabindex='0']")?.focus()
      } else return
      event.preventDefault()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
}
