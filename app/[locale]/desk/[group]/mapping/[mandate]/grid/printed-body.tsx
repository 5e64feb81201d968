import { useEffect, useState } from "react"
import { flushSync } from "react-dom"
import type { BodyProps } from "./grid-body"
import { GridRow } from "./grid-row"

/** Whether the page is being printed; drawn before the browser lays the pages out, which it does at once. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // Some browsers tell by the one, some by the other.
    const media = window.matchMedia("print")
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    const look = () => (media.matches ? begin() : end())
    window.addEventListener("beforeprint", begin)
    window.addEventListener("afterprint", end)
    media.addEventListener("change", look)
    return () => {
      window.removeEventListener("beforeprint", begin)
      window.removeEventListener("afterprint", end)
      media.removeEventListener("change", look)
    }
  }, [])
  return isPrinting
}

/** All lines for paper, where those that are drawn alone would be printed; on a screen it is not there. */
export function PrintedBody({ lines, columns, setting, stateOf }: BodyProps) {
  if (!usePrinting()) return null
  return (
    <tbody {...{ role: "rowgroup" }} className="printed">
      {lines.map((line, place) => (
        <GridRow
          key={line.key}
          comments={line.kind === "row" ? stateOf(line.row.id).comments : undefined}
          {...{ line, place, columns, setting }}
        />
      ))}
    </tbody>
  )
}
