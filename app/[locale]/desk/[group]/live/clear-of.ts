/** What lies over the text: the head above it, and the tools, which on a phone stand below it. */
function covered(): { top: number; bottom: number } {
  const head = document.querySelector(".writing-top")?.getBoundingClientRect()
  const tools = document.querySelector(".writing .tools")
  const at = tools?.getBoundingClientRect()
  const top = Math.max(0, head?.bottom ?? 0)
  if (!tools || !at) return { top, bottom: 0 }
  if (getComputedStyle(tools).position !== "fixed")
    return { top: Math.max(top, Math.min(at.bottom, top + at.height)), bottom: 0 }
  // With the keyboard of a phone on the screen less is seen than the page has.
  const { visualViewport: seen, innerHeight } = window
  const end = seen ? seen.offsetTop + seen.height : innerHeight
  return { top, bottom: Math.max(0, end - at.top) }
}

/**
 * How far from each side of the window the caret keeps, in pixels: `air` beyond what lies over the
 * text. Measured each time that it is asked, for the head grows and the tools move.
 */
export function clearOf(air: number): { top: number; bottom: number; left: number; right: number } {
  return {
    get top() {
      return covered().top + air
    },
    get bottom() {
      return covered().bottom + air
    },
    left: 0,
    right: 0,
  }
}
