import { createElement, Fragment, type ReactNode } from "react"

/** Things one after another that never change places: a published text needs no keys. */
export function sequence<Thing>(
  things: readonly Thing[],
  show: (thing: Thing, at: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...things.map(show))
}
