/** Words of one look; "\n" in them is a forced line break. */
export type Run = { text: string; bold?: boolean; italic?: boolean; href?: string }

/** What may stand in a block, a list or a cell. `start` is null for a list without numbers. */
export type Flow =
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "list"; start: number | null; items: Flow[][] }

/** A line of a contents list; `note` is said beside it, `to` is the place that it leads to. */
export type Entry = { mark: string; words: string; note: string; to: string; below: Entry[] }

/** A name for something, and what is said under it, each value on a line of its own. */
export type Fact = { label: string; values: Run[][] }

export type RecordKind = "statement" | "decision" | "action" | "question"

/**
 * A part of a document in reading order. `place` is its address in the document, `mark` the number
 * that hangs beside it; both are "" where it has none. `own` marks words of the portal, which are in
 * its language and not in the text's.
 */
export type Part =
  | { kind: "heading"; level: number; mark: string; words: string; place: string; own?: true }
  | { kind: "flow"; mark: string; place: string; flow: Flow; small?: true; own?: true }
  | { kind: "quote"; mark: string; place: string; flow: Flow[] }
  | { kind: "record"; mark: string; place: string; level: number; block: RecordPart }
  | { kind: "note"; words: string }
  | { kind: "facts"; rows: Fact[]; label: string }
  | { kind: "notice"; title: string; runs: Run[] }
  | { kind: "contents"; entries: Entry[] }
  | { kind: "table"; label: string; head: string[]; rows: Run[][][] }

/** A statement, decision, action or question with what is said around it. */
export type RecordPart = {
  type: RecordKind
  label: string
  who: { name: string; capacity: string } | null
  flow: Flow[]
  outcome: string | null
  terms: { label: string; value: string }[]
}

/**
 * A document as every format sets it: made once from a published version, and of nothing else.
 * `language` is the text's (BCP 47), `ownLanguage` that of the words around it.
 */
export type Sheet = {
  language: string
  ownLanguage: string
  eyebrow: string
  title: string
  named: string
  of: string
  on: string
  parts: Part[]
  /** What runs over every page, and what stands at its foot. */
  running: string
  address: string
  proof: string
  publishedAt: string
  keywords: string[]
  /** "Page {page} of {pages}" */
  page: (page: number, pages: number) => string
}
