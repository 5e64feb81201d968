import type * as Y from "yjs"

const hex = (value: number, length: number) =>
  Math.floor(value).toString(16).padStart(length, "0").slice(-length)

/**
 * An id for a block that has none of its own, or the same as another: made of where the block stands
 * in the shared document, so that every server and every reading gives it the same (a UUID, version 8).
 * Never one of `taken`, although somebody may have given it to another block by hand.
 */
export function stableId(element: Y.XmlElement, taken: ReadonlySet<string> = new Set()): string {
  const { client = 0, clock = 0 } = element._item?.id ?? {}
  const high = hex(client, 8)
  const low = hex(clock, 12)
  for (let tries = 0; ; tries++) {
    const id = `${high}-7261-8070-8${hex(tries, 3)}-${low}`
    if (!taken.has(id)) return id
  }
}
