import type { Viewport } from "next"
import type { ReactNode } from "react"

/** The keyboard of a phone makes the page smaller, so that the save mark and the tools stay in sight. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" }

export default function MinutesLayout({ children }: { children: ReactNode }) {
  return children
}
