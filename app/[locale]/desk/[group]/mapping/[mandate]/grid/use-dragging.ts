import { type DragEvent, useState } from "react"

type Carried = { line: string; to: number }

const lineAt = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-k]") : null

/** Dragging lines by their grips; keys and buttons do the same. `drop` is told before which place. */
export function useDragging(drop: (line: string, to: number) => void) {
  const [carried, setCarried] = useState<Carried | null>(null)
  return {
    on: {
      onDragStart(event: DragEvent) {
        const line = lineAt(event.target)
        const isGrip = event.target instanceof Element && event.target.matches(".grip")
        if (!line?.dataset.k || !isGrip) return
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", "")
        event.dataTransfer.setDragImage(line, 0, 0)
        setCarried({ line: line.dataset.k, to: Number(line.dataset.index) })
      },
      onDragOver(event: DragEvent) {
        const over = lineAt(event.target)
        if (!carried || !over) return
        event.preventDefault()
        const { top, height } = over.getBoundingClientRect()
        const to = Number(over.dataset.index) + (event.clientY < top + height / 2 ? 0 : 1)
        if (to !== carried.to) setCarried({ ...carried, to })
      },
      onDrop(event: DragEvent) {
        if (!carried) return
        event.preventDefault()
        drop(carried.line, carried.to)
        setCarried(null)
      },
      onDragEnd: () => setCarried(null),
    },
    /** Where the line is drawn that shows the place. */
    mark: (place: number): "before" | "after" | undefined =>
      carried?.to === place ? "before" : carried?.to === place + 1 ? "after" : undefined,
  }
}
