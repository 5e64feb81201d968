"use client"

import { type ReactNode, useEffect, useRef } from "react"

/**
 * While a value is pointed at or holds the focus, its places in the source are lit, and the other way
 * round. Values and places bear the same `data-value`; without script the links between them remain.
 */
export function LightValues({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const here = box.current
    if (!here) return
    const light = (event: Event) => {
      const over = event.target instanceof Element ? event.target.closest("[data-value]") : null
      const value = over?.getAttribute("data-value")
      for (const each of here.querySelectorAll("[data-value]")) {
        const isLit = value !== undefined && each.getAttribute("data-value") === value
        each.classList.toggle("lit", isLit)
      }
      if (over && !over.closest(".source")) bringIntoView(here.querySelector(".source"))
    }
    here.addEventListener("pointerover", light)
    here.addEventListener("focusin", light)
    return () => {
      here.removeEventListener("pointerover", light)
      here.removeEventListener("focusin", light)
    }
  }, [])
  return (
    <div className="pair" ref={box}>
      {children}
    </div>
  )
}

/** Scrolls the source alone, and only when what is lit is out of its sight. */
function bringIntoView(source: Element | null): void {
  const lit = source?.querySelector(".lit")
  if (!source || !lit) return
  const [box, place] = [source.getBoundingClientRect(), lit.getBoundingClientRect()]
  if (place.top >= box.top && place.bottom <= box.bottom) return
  source.scrollTop += place.top - box.top - box.height / 3
}
