import * as Y from "yjs"
import { type Anchor, anchorAt, endsOf, resolve } from "@/lib/comments/anchors/anchor"
import { Passages } from "@/lib/comments/anchors/passages"
import type { CommentedPassage } from "@/lib/comments/anchors/queries"
import type { Quote } from "@/lib/comments/model"

export type Marked = { id: string; from: number; to: number }

const bytes = (text: string | null) =>
  text === null ? null : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** The passages of a text that is being written on which threads are open, as they stand at any moment. */
export class MarkedPassages {
  readonly #doc: Y.Doc
  readonly #passages: Passages
  #rows = new Map<string, CommentedPassage>()
  #listeners = new Set<() => void>()
  /** The thread that somebody looks at. */
  #picked: string | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#passages = new Passages(doc)
  }

  /** Follows what is written from now on; returns what ends it. */
  follow(): () => void {
    this.#passages.look()
    this.#doc.on("afterTransaction", this.#note)
    return () => this.#doc.off("afterTransaction", this.#note)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get picked(): string | null {
    return this.#picked
  }

  pick(id: string | null): void {
    if (id === this.#picked) return
    this.#picked = id
    this.#tell()
  }

  /** What the portal says: threads that are new, on other words than before, or no longer open. */
  readonly set = (rows: readonly CommentedPassage[]): void => {
    const before = this.#rows
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    for (const id of before.keys()) if (!this.#rows.has(id)) this.#passages.drop(id)
    for (const row of rows) {
      const known = before.get(row.id)
      // What is followed here is newer than what was stored, unless somebody put it on other words.
      const isSame = known && known.start === row.start && known.end === row.end
      // Words that had not arrived yet are said once they have.
      if (isSame && known.quote === row.quote) continue
      const { id, place, start, end, quote, before: left, after } = row
      const anchor: Anchor = { start: bytes(start), end: bytes(end), quote, before: left, after }
      this.#passages.put(id, place, anchor)
    }
    this.#tell()
  }

  /** What stands in a fragment now, the earlier before the later. */
  marksIn(fragment: string): { text: string; marks: Marked[] } {
    const { text } = this.#passages.flat(fragment)
    const marks = [...this.#rows.values()].flatMap(({ id, place }) => {
      const at = place === fragment ? this.#passages.placeOf(id)?.place : null
      return at ? [{ id, ...at }] : []
    })
    return { text, marks: marks.sort((one, other) => one.from - other.from) }
  }

  /** Where a passage stands and what it says now; null when its words are gone. */
  find(id: string): ({ fragment: string; words: string } & Omit<Marked, "id">) | null {
    const at = this.#passages.placeOf(id)
    if (!at?.place) return null
    const { text } = this.#passages.flat(at.fragment)
    const { from, to } = at.place
    return { fragment: at.fragment, from, to, words: text.slice(from, to) }
  }

  /** An anchor on the words between two places; null where there is none, or `text` is no longer there. */
  anchor(fragment: string, text: string, place: { from: number; to: number }): Anchor | null {
    this.#passages.look([fragment])
    const flat = this.#passages.flat(fragment)
    return flat.text === text ? anchorAt(flat, place) : null
  }

  /** The ends of quoted words where they stand now; none where they do not. */
  endsOf(fragment: string, quote: Quote): Pick<Anchor, "start" | "end"> {
    const flat = this.#passages.flat(fragment)
    const place = resolve(this.#doc, flat, { ...quote, start: null, end: null })
    return place ? endsOf(flat, place) : { start: null, end: null }
  }

  readonly #note = ({ changedParentTypes }: Y.Transaction): void => {
    const roots = [...changedParentTypes.keys()].filter((type) => type._item === null)
    if (roots.length === 0) return
    this.#passages.look(roots.map((type) => Y.findRootTypeKey(type)))
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
