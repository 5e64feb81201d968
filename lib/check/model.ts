/** How sure a finding is: an error is wrong, a warning should be settled, a note is worth a look. */
export type Severity = "error" | "warning" | "note"

/** Where in a source: its line (from 1) and the range of characters, the end not included. */
export type Span = { line: number; from: number; to: number }

/** Where a finding stands: a span where the text has one, the label of the agenda item where it has one. */
export type Place = {
  line: number | null
  from: number | null
  to: number | null
  item: string | null
}

/** What a rule puts into its sentence in the catalogue (`check.<rule>`). */
export type FindingValues = Record<string, string | number>

/**
 * Words of a text and those right before them, by which they are found again where the text stands in
 * another form than the one that was checked.
 */
export type Quoted = { before: string; there: string }

/**
 * What a rule found. `fix` is the value that would settle it, where there is one; `replacement` are the
 * words to stand in the place of `words` instead, where one press can put them there ("" takes them away).
 */
export type Finding = {
  rule: RuleName
  severity: Severity
  place: Place
  values: FindingValues
  fix?: string
  words?: Quoted
  replacement?: string
}

export const RULES = [
  "number-missing",
  "number-mismatch",
  "number-duplicate",
  "number-gap",
  "start-missing",
  "zone-missing",
  "date-mismatch",
  "time-mismatch",
  "weekday-mismatch",
  "host-not-listed",
  "speaker-not-listed",
  "duplicate-participant",
  "name-variant",
  "list-truncated",
  "no-participants",
  "participants-contradiction",
  "agenda-order",
  "heading-differs",
  "item-not-recorded",
  "item-empty",
  "decision-unmarked",
  "action-unmarked",
  "action-without-owner",
  "action-without-date",
  "next-meeting-undated",
  "relative-date",
  "citation-ambiguous",
  "count-mismatch",
  "repeated-paragraph",
  "placeholder-link",
  "dead-link",
  "abbreviation-undefined",
  "unbalanced-bracket",
  "spelling",
  "stray-markup",
  "personal-data",
  "same-report",
  "cut-short",
  "pages-unread",
] as const
export type RuleName = (typeof RULES)[number]

export type Coverage = "discussed" | "no-update" | "not-reached" | "not-recorded"

/** A value as a text gives it, with the place it was read at. `how` tells a reading from a guess. */
export type Found<T> = { value: T; at: Span | null; how: "read" | "inferred" }

export type PrintedNumber = { printed: string; value: number; where: "title" | "text"; at: Span }

/** A date and perhaps a time as written. `instant` is ISO in UTC, null without a time. */
export type WrittenStart = {
  where: "title" | "text"
  date: string
  time: string | null
  zone: string | null
  instant: string | null
  weekday: number | null
  printed: string
  /** Which comes first where the text writes days in figures alone, when it tells. */
  order?: "day-first" | "month-first"
  at: Span
}

/** `capacity` as the list prints it, where it prints one. */
export type Listed = {
  name: string
  aliases: readonly string[]
  capacity?: string
  at: Span | null
}

/** A person named in the text; `speaks` when the text lets them say or do something in the meeting. */
export type Mentioned = { name: string; speaks: boolean; at: Span; item: string | null }

export type CoveredItem = {
  label: string
  title: string
  coverage: Coverage
  at: Span | null
  children: readonly CoveredItem[]
}

/** The heading of a section of the discussion, and the agenda item that it stands for. */
export type SectionHeading = {
  printed: string
  label: string | null
  item: string
  title: string
  at: Span
}

/**
 * A section as it stands in the text: the items that it is for, the first holding its text, the
 * number printed in front, and whether it is running text rather than a heading.
 */
export type SectionFact = {
  items: readonly string[]
  label: string | null
  running: boolean
  at: Span
}

/** Which part of a report a paragraph stands in. */
export type Part =
  | "title"
  | "opening"
  | "agenda"
  | "discussion"
  | "next"
  | "participants"
  | "closing"

/** A paragraph, list entry or heading, and where a range of its characters stands. */
export type ParagraphFact = {
  text: string
  part: Part
  item: string | null
  heading: boolean
  /** How deep it stands as an entry of a list, from 0; null or left out for what is none. */
  entry?: number | null
  place: (from: number, to: number) => Span
}

/** What the rules look at. A report that was read from a file has this shape, and so can a draft. */
export type ReportFacts = {
  numbers: { printed: readonly PrintedNumber[]; canonical: Found<number> | null }
  starts: readonly WrittenStart[]
  start: Found<WrittenStart> | null
  hosts: readonly Found<string>[]
  moderators: readonly Found<string>[]
  participants: readonly Listed[]
  participantsHeading: Span | null
  participantsPromise: { says: "annexed" | "on-request"; at: Span } | null
  agenda: readonly CoveredItem[]
  headings: readonly SectionHeading[]
  sections: readonly SectionFact[]
  mentions: readonly Mentioned[]
  decisions: readonly { text: string; item: string | null; at: Span; how: "read" | "inferred" }[]
  actions: readonly {
    text: string
    item: string | null
    owners: readonly string[]
    /** A day (`YYYY-MM-DD`), null where the text gives none, left out where nobody looked for one. */
    due?: string | null
    at: Span
    how: "read" | "inferred"
  }[]
  nextMeeting: {
    startsAt: string | null
    /** The day (`YYYY-MM-DD`) that the text gives, with or without an hour. */
    when?: { date: string } | null
    text: string
    suggestion: string | null
    at: Span
  } | null
  links: readonly { text: string; href: string; at: Span }[]
  strays: readonly { mark: string; text: string; at: Span }[]
  /** All of the text, in its order. */
  paragraphs: readonly ParagraphFact[]
}

/** Tells whether a word, in small letters, is written so in English. */
export type Speller = { knows: (word: string) => boolean }

/**
 * What is known around a report, for the rules that look further than its own words. Everything may be
 * empty: a rule that lacks what it needs says nothing.
 */
export type CheckContext = {
  /** The other meetings of the group, without the one of this report. */
  meetings: readonly { number: number; day: string | null; name: string }[]
  /** People of the register as the report may name them. */
  people: readonly { name: string; aliases: readonly string[] }[]
  /** Words that the group writes so. */
  words: readonly string[]
  /** What links led to when they were last asked, by their address. */
  links: ReadonlyMap<string, { state: "alive" | "dead" | "unsure"; reason: string }>
  /** Stands where a dictionary is loaded: on the server and in commands, never in a browser. */
  speller?: Speller
}

export const NO_CONTEXT: CheckContext = { meetings: [], people: [], words: [], links: new Map() }

/** A place at a span, and in an agenda item. */
export function placeAt(at: Span | null, item: string | null = null): Place {
  return { line: at?.line ?? null, from: at?.from ?? null, to: at?.to ?? null, item }
}

/** A paragraph's characters as the place of a finding, and as words that can be found again. */
export function quoteAt(
  paragraph: ParagraphFact,
  from: number,
  to: number,
): { place: Place; words: Quoted } {
  const { text, item } = paragraph
  return {
    place: placeAt(paragraph.place(from, to), item),
    words: { before: text.slice(Math.max(0, from - 24), from), there: text.slice(from, to) },
  }
}
