import type * as Y from "yjs"
import type { Quote } from "../model"
import { type Anchor, aroundOf, endsOf, isRemnant, resolve } from "./anchor"
import { isUnsaid, type Place, squeezed } from "./find-quote"
import { type Flat, flattenIn, type Piece, piecesIn, wordsIn } from "./flat"
import { comeBack, hull, movedParts, part, placesOf, type Said } from "./moved-words"

type Held = {
  fragment: string
  anchor: Anchor
  place: Place | null
  /** The characters that are left of the passage. */
  pieces: Piece[]
  said: Said
  /** What it said before it lost words, as long as they have not come back. */
  fuller: Said | null
}

/**
 * The passages of one shared document, followed character by character: through what is written in
 * them and around them, and when an editor puts the same words into another block, or an undo brings
 * them back. Nothing is written into the document.
 */
export class Passages {
  readonly #held = new Map<string, Held>()
  readonly #flats = new Map<string, Flat>()

  readonly #source: Y.Doc | (() => Y.Doc)
  #doc: Y.Doc | null = null

  /** With a function the document is made when somebody needs it. */
  constructor(source: Y.Doc | (() => Y.Doc)) {
    this.#source = source
  }

  get doc(): Y.Doc {
    this.#doc ??= typeof this.#source === "function" ? this.#source() : this.#source
    return this.#doc
  }

  has(id: string): boolean {
    return this.#held.has(id)
  }

  /** Follows a passage from now on; returns whether its words stand in the text. */
  put(id: string, fragment: string, anchor: Anchor): boolean {
    const flat = this.flat(fragment)
    const found = resolve(this.doc, flat, anchor)
    const { before, after } = anchor
    const isWaiting = isUnsaid(anchor)
    // The sign that stands for words is none of them.
    const words = isWaiting ? "" : anchor.quote
    // Ends that were stored while somebody wrote beside the passage may hold a letter of theirs.
    const place = found && sameWords(found, words, flat)
    const quoted = { words, before, after }
    const pieces = place ? piecesIn(flat, place.from, place.to) : []
    const said = place ? saidAt(flat, place) : quoted
    const isFull = isWaiting || squeezed(said.words) === squeezed(words)
    const fuller = place && !isFull ? quoted : null
    this.#held.set(id, { fragment, anchor, place, pieces, said, fuller })
    return place !== null
  }

  drop(id: string): void {
    this.#held.delete(id)
  }

  /** Puts a passage on other words than its own. */
  move(id: string, place: Place): void {
    const held = this.#held.get(id)
    if (!held) return
    this.#flats.delete(held.fragment)
    const flat = this.flat(held.fragment)
    const pieces = piecesIn(flat, place.from, place.to)
    this.#held.set(id, { ...held, place, pieces, said: saidAt(flat, place), fuller: null })
  }

  /** Where a passage stood when its fragment was last looked at. */
  placeOf(id: string): { fragment: string; place: Place | null } | null {
    const held = this.#held.get(id)
    return held ? { fragment: held.fragment, place: held.place } : null
  }

  /** The ends of a passage where it stood when its fragment was last looked at. */
  endsOf(id: string): { start: Uint8Array; end: Uint8Array } | null {
    const held = this.#held.get(id)
    return held?.place ? endsOf(this.flat(held.fragment), held.place) : null
  }

  /** What a passage says where it stood when its fragment was last looked at. */
  quoteOf(id: string): Quote | null {
    const held = this.#held.get(id)
    if (!held?.place) return null
    const flat = this.flat(held.fragment)
    const { from, to } = held.place
    return { quote: wordsIn(flat, from, to), ...aroundOf(flat, held.place) }
  }

  /** A fragment as it was last looked at. */
  flat(fragment: string): Flat {
    const known = this.#flats.get(fragment)
    if (known) return known
    const flat = flattenIn(this.doc, fragment)
    this.#flats.set(fragment, flat)
    return flat
  }

  /** Looks at what the fragments (those with passages, when left out) say now. */
  look(fragments: Iterable<string> = new Set([...this.#held.values()].map((h) => h.fragment))) {
    for (const fragment of fragments) {
      const held = [...this.#held.values()].filter((one) => one.fragment === fragment)
      const before = held.length > 0 ? this.flat(fragment) : null
      this.#flats.delete(fragment)
      if (!before) continue
      const now = this.flat(fragment)
      const fresh = newIn(before, now)
      for (const one of held) follow(one, now, fresh)
    }
  }
}

/** The places of `now` with characters that were not there before; asked for only where words were lost. */
function newIn(before: Flat, now: Flat): () => ReadonlySet<number> {
  let made: Set<number> | null = null
  return () => {
    made ??= new Set(part(now.pieces, before).lost.flatMap(placesOf))
    return made
  }
}

/**
 * An editor tells what was typed by comparing texts: a "t" typed before "two" may count as typed behind
 * its first letter. Where the words still stand as they were at an end of the place, they are meant.
 */
function sameWords(place: Place, words: string, flat: Flat): Place {
  const now = flat.text.slice(place.from, place.to)
  if (words === "" || now.length <= words.length) return place
  if (now.endsWith(words)) return { from: place.to - words.length, to: place.to }
  return now.startsWith(words) ? { from: place.from, to: place.from + words.length } : place
}

const saidAt = (flat: Flat, place: Place): Said => ({
  words: flat.text.slice(place.from, place.to),
  ...aroundOf(flat, place),
})

/** Takes a passage along to the text of now. */
function follow(held: Held, flat: Flat, fresh: () => ReadonlySet<number>): void {
  const { alive, lost } = part(held.pieces, flat)
  const isShort = lost.length > 0 || held.fuller !== null || !held.place
  const whole = held.fuller ?? held.said
  const found = [...alive]
  let again: Place | null = null
  if (isShort && fresh().size > 0) {
    const isMoving = held.place !== null && lost.length > 0
    if (isMoving) found.push(...movedParts(held.said, lost, alive, flat, fresh()))
    again =
      (held.fuller && comeBack(held.fuller, isMoving, found, flat, fresh())) ??
      comeBack(held.said, isMoving, found, flat, fresh())
  }
  // Where all of them stand again they are meant, and no letter that an editor kept elsewhere for another word.
  const around = again ?? (found.length > 0 ? hull(found) : null)
  const left = around && !isShort ? sameWords(around, held.said.words, flat) : around
  const isGone = !left || isRemnant(flat.text.slice(left.from, left.to), held.anchor.quote)
  const place = isGone ? null : left
  if (place) {
    held.said = saidAt(flat, place)
    const isWhole = squeezed(held.said.words).includes(squeezed(whole.words))
    held.fuller = isShort && !isWhole ? whole : null
  }
  held.place = place
  held.pieces = left ? piecesIn(flat, left.from, left.to) : []
}
