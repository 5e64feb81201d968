import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react"

type Known = {
  /** The keys of the parts that are in sight or a screen around it; kept up to date here. */
  near: RefObject<Set<string>>
  cards: boolean
  /** Whether every part is drawn: then nobody asks which are near, and hundreds that are watched cost every frame. */
  isWhole: boolean
}

/**
 * Watches which parts come near, and says so. Returns what a part gives its element to; while everything is
 * drawn nothing is watched.
 */
export function useNear(
  { near, cards, isWhole }: Known,
  comes: () => void,
): (element: HTMLElement | null) => (() => void) | undefined {
  const elements = useRef(new Set<HTMLElement>())
  const observer = useRef<IntersectionObserver>(null)
  const told = useRef(comes)
  useLayoutEffect(() => {
    told.current = comes
  })
  useEffect(() => {
    const [first] = elements.current
    if (isWhole || !first) return
    const own = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { part = "" } = (target as HTMLElement).dataset
          if (isIntersecting) near.current.add(part)
          else near.current.delete(part)
        }
        told.current()
      },
      { root: cards ? null : first.closest(".gridbox"), rootMargin: "100% 0px" },
    )
    observer.current = own
    for (const element of elements.current) own.observe(element)
    return () => {
      own.disconnect()
      observer.current = null
      near.current.clear()
    }
  }, [near, cards, isWhole])
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const { part = "" } = element.dataset
      elements.current.add(element)
      observer.current?.observe(element)
      return () => {
        elements.current.delete(element)
        observer.current?.unobserve(element)
        near.current.delete(part)
      }
    },
    [near],
  )
}
