import type { ReactNode } from "react"

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

/** A box in which a wide picture scrolls by itself; `name` says of what. */
export function ScrollBox({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="coverbox" aria-label={name} {...scrolls}>
      {children}
    </section>
  )
}
