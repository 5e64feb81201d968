import * as Y from "yjs"
import { LIMITS } from "@/lib/minutes/model"
import type { Unfit } from "./fits"

/** What every shared type has, whatever its kind. */
type Shared = { _start: Y.Item | null }

export type Measure = { characters: number; nodes: number }

/**
 * How many characters all parts hold together, and at most how many nodes: what is empty gets a
 * paragraph when it is read, and a change of marks cuts a run of words in two.
 */
export function measure(doc: Y.Doc): Measure {
  const sum = { characters: 0, nodes: 0 }
  const add = (type: Shared): void => {
    let isEmpty = true
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue
      isEmpty = false
      const { content, length } = item
      if (content instanceof Y.ContentString) sum.characters += length
      else sum.nodes++
      if (content instanceof Y.ContentType) add(content.type)
    }
    if (isEmpty) sum.nodes++
  }
  for (const part of doc.share.values()) {
    sum.nodes++
    add(part)
  }
  return sum
}

/** Whether a document is larger than a text may be; such a one could not be read any more. */
export function tooLarge({ characters, nodes }: Measure): Unfit | null {
  if (characters > LIMITS.characters) return { kind: "tooLarge", name: "characters" }
  if (nodes > LIMITS.nodes) return { kind: "tooLarge", name: "nodes" }
  return null
}

/** Keeps an eye on the size of a document, and measures it only when it may have become too large. */
export class Size {
  #most: Measure = { characters: LIMITS.characters, nodes: LIMITS.nodes }

  grew({ byteLength }: Uint8Array): void {
    // No character and no node is told in less than a byte.
    this.#most.characters += byteLength
    this.#most.nodes += byteLength
  }

  /** Looks at `doc` with `update` in it. */
  tooLarge(doc: Y.Doc, update: Uint8Array): Unfit | null {
    this.grew(update)
    if (!tooLarge(this.#most)) return null
    this.#most = measure(doc)
    return tooLarge(this.#most)
  }
}
