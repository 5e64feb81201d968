import {
  blockText,
  isRecordBlock,
  type MinutesText,
  type Named,
  type RecordBlock,
  type SectionId,
} from "./model"

/** What is set on a block of the record. `before` and `after` are names, a day or words; null is nothing. */
export type AttributeChange = {
  section: SectionId
  blockId: string
  block: RecordBlock["type"]
  /** The beginning of what the block says. */
  words: string
  what: "owner" | "due" | "outcome" | "speaker" | "capacity"
  before: string | null
  after: string | null
}

type Placed = { section: SectionId; block: RecordBlock }

function blocksOf(text: MinutesText): Map<string, Placed> {
  const found = new Map<string, Placed>()
  for (const section of text.order) {
    for (const block of text.sections[section]?.content ?? []) {
      if (isRecordBlock(block)) found.set(block.attrs.id, { section, block })
    }
  }
  return found
}

type Change = Pick<AttributeChange, "what" | "before" | "after">

const one = (what: Change["what"], before: string | null, after: string | null): Change[] =>
  (before || null) === (after || null)
    ? []
    : [{ what, before: before || null, after: after || null }]

function ownersChanged(older: readonly Named[], newer: readonly Named[]): Change[] {
  const key = ({ personId, name }: Named) => personId ?? name
  const without = (owners: readonly Named[], others: readonly Named[]) => {
    const known = new Set(others.map(key))
    return owners.filter((owner) => !known.has(key(owner)))
  }
  return [
    ...without(older, newer).flatMap(({ name }) => one("owner", name, null)),
    ...without(newer, older).flatMap(({ name }) => one("owner", null, name)),
  ]
}

function changesOf(older: RecordBlock, newer: RecordBlock): Change[] {
  if (older.type === "action" && newer.type === "action") {
    return [
      ...ownersChanged(older.attrs.owners, newer.attrs.owners),
      ...one("due", older.attrs.due, newer.attrs.due),
    ]
  }
  if (older.type === "question" && newer.type === "question") {
    return one("outcome", older.attrs.outcome, newer.attrs.outcome)
  }
  if (older.type === "statement" && newer.type === "statement") {
    return [
      ...one("speaker", older.attrs.name, newer.attrs.name),
      ...one("capacity", older.attrs.capacity, newer.attrs.capacity),
    ]
  }
  return []
}

const BEGINNING = 80

/** What was set otherwise on blocks that stand in both texts, wherever they stand. */
export function compareAttributes(older: MinutesText, newer: MinutesText): AttributeChange[] {
  const before = blocksOf(older)
  return [...blocksOf(newer)].flatMap(([blockId, { section, block }]) => {
    const old = before.get(blockId)
    if (!old) return []
    const words = blockText(block).replace(/\s+/g, " ").trim()
    const begun = words.length > BEGINNING ? `${words.slice(0, BEGINNING).trimEnd()}…` : words
    return changesOf(old.block, block).map((change) => ({
      section,
      blockId,
      block: block.type,
      words: begun.toWellFormed(),
      ...change,
    }))
  })
}
