import * as Y from "yjs"

/** So many characters before lost words say where they stood. */
const context = 24

/** Words that a change took along without naming them: what they were, and what stood before them. */
export type Lost = { words: string; before: string; section: string }

type Ranges = ReadonlyMap<number, readonly { clock: number; len: number }[]>

/** The parts of `length` characters from an id on that no range names, as offsets. */
function unnamed(deleted: Ranges, { client, clock }: Y.ID, length: number): [number, number][] {
  const parts: [number, number][] = []
  let from = 0
  const ranges = [...(deleted.get(client) ?? [])].sort((a, b) => a.clock - b.clock)
  for (const range of ranges) {
    const start = Math.max(range.clock - clock, from)
    const end = Math.min(range.clock + range.len - clock, length)
    if (end <= from || start >= length) continue
    if (start > from) parts.push([from, start])
    from = end
  }
  if (from < length) parts.push([from, length])
  return parts
}

function sectionOf(item: Y.Item): string {
  let parent = item.parent as Y.XmlFragment
  while (parent._item) parent = parent._item.parent as Y.XmlFragment
  return Y.findRootTypeKey(parent)
}

/** What stood before an item in its text, also what is deleted with it. */
function wordsBefore(item: Y.Item): string {
  let words = ""
  for (let left = item.left; left && words.length < context; left = left.left) {
    if (left.content instanceof Y.ContentString) words = left.content.str + words
  }
  return words.slice(-context)
}

/** Pieces that stood side by side are one. */
function joined(all: readonly Lost[]): Lost[] {
  const read: Lost[] = []
  for (const lost of all) {
    const last = read.at(-1)
    const isNext =
      last?.section === lost.section && `${last.before}${last.words}`.endsWith(lost.before)
    if (last && isNext && lost.before !== "") last.words += lost.words
    else read.push({ ...lost })
  }
  return read.filter(({ words }) => words.trim() !== "")
}

/**
 * Watches the next change that is applied to a document for the words that it takes along unseen: who
 * makes a block of a paragraph, or moves it, deletes it for Yjs and writes it anew, and what somebody
 * else types in it at that moment would be gone. What the change names was deleted on purpose. The
 * function that is returned ends the watching and tells what was lost; where `concerns` is given,
 * only from the first character on of which it says so. Words without a place belong to the part `end`.
 */
export function watchLosses(
  doc: Y.Doc,
  update: Uint8Array,
  end: string,
  concerns: (item: Y.Item, offset: number) => boolean = () => true,
): () => Lost[] {
  const all: Lost[] = []
  let named: Ranges | null = null
  const look = (transaction: Y.Transaction) => {
    all.push(...withoutPlace(transaction, update, end))
    if (transaction.deleteSet.clients.size === 0) return
    named ??= Y.decodeUpdate(update).ds.clients
    const deleted = named
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
      const { str } = struct.content
      for (const [from, to] of unnamed(deleted, struct.id, struct.length)) {
        let start = from
        while (start < to && !concerns(struct, start)) start++
        const before = (wordsBefore(struct) + str.slice(0, start)).slice(-context)
        all.push({ words: str.slice(start, to), before, section: sectionOf(struct) })
      }
    })
  }
  doc.on("afterTransaction", look)
  return () => {
    doc.off("afterTransaction", look)
    return joined(all)
  }
}

/**
 * What was typed in a part that was deleted so long ago that nothing of it is kept: the words alone are
 * known, from the change itself. They go to the end of the text.
 */
function withoutPlace(
  { doc, beforeState, afterState }: Y.Transaction,
  update: Uint8Array,
  end: string,
): Lost[] {
  const isGone = [...afterState].some(([client, clock]) => {
    const known = beforeState.get(client) ?? 0
    return clock > known && Y.getState(doc.store, client) > known && isForgotten(doc, client, known)
  })
  if (!isGone) return []
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    const { client, clock } = struct.id
    const isNew = clock >= (beforeState.get(client) ?? 0)
    const words = struct instanceof Y.Item ? struct.content : null
    if (!isNew || !(words instanceof Y.ContentString) || !isForgotten(doc, client, clock)) return []
    return [{ words: words.str, before: "", section: end }]
  })
}

const isForgotten = (doc: Y.Doc, client: number, clock: number) =>
  Y.getItem(doc.store, Y.createID(client, clock)) instanceof Y.GC

function* textsIn(type: Y.XmlFragment): Generator<Y.XmlText> {
  for (const node of type.toArray()) {
    if (node instanceof Y.XmlText) yield node
    else if (node instanceof Y.XmlElement) yield* textsIn(node)
  }
}

const plain = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : "\uFFFC"))
    .join("")

/** Where the words before a lost one stand now; the longest ending of them that is found only once. */
function placeAfter(
  section: Y.XmlFragment,
  before: string,
): { text: Y.XmlText; index: number } | null {
  const texts = [...textsIn(section)].map((text) => ({ text, words: plain(text) }))
  for (let length = before.length; length >= 3; length--) {
    const tail = before.slice(-length)
    const found = texts.flatMap(({ text, words }) => {
      const at = words.indexOf(tail)
      if (at === -1) return []
      return words.indexOf(tail, at + 1) === -1 ? [{ text, index: at + length }] : [null, null]
    })
    const [only] = found
    if (found.length === 1 && only) return only
    if (found.length > 1) return null
  }
  return null
}

/** Puts lost words back: behind the words that they followed, else in a paragraph of their own. */
export function putBack(doc: Y.Doc, all: readonly Lost[], origin: unknown): void {
  if (all.length === 0) return
  doc.transact(() => {
    for (const { words, before, section } of all) {
      const fragment = doc.getXmlFragment(section)
      const place = placeAfter(fragment, before)
      if (place) place.text.insert(place.index, words)
      else {
        const paragraph = new Y.XmlElement("paragraph")
        paragraph.insert(0, [new Y.XmlText(words)])
        fragment.push([paragraph])
      }
    }
  }, origin)
}
