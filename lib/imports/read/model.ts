import type { Found, Part, ReportFacts, Span } from "@/lib/check/model"
import type { RichMark } from "./text/rich"

/**
 * A paragraph, list entry or heading of the source. Blocks follow one another without a gap: every
 * word of the source stands in exactly one of them. `value` is the number of an `ordered` entry.
 */
export type ReadBlock = {
  id: number
  part: Part
  /** The label of the agenda item it belongs to, null outside the discussion. */
  item: string | null
  kind: "heading" | "paragraph" | "bullet" | "ordered" | "quote"
  depth: number
  value: number | null
  /** What stood before the text and is not in it: the number of a heading, "1)" of a list entry. */
  marker: string | null
  text: string
  marks: RichMark[]
  at: Span[]
  /** A value was read from all of it, so that it needs no place among the text. */
  understood: boolean
}

/** A sentence of a block: its characters from `from` to `to`. */
export type Passage = {
  block: number
  from: number
  to: number
  text: string
  item: string | null
  at: Span
  how: "read" | "inferred"
}
export type ReadDecision = Passage
export type ReadAction = Passage & { owners: string[]; due: string | null }

export type ReadItem = {
  label: string
  title: string
  presenter: string | null
  minutes: number | null
  coverage: "discussed" | "no-update" | "not-reached" | "not-recorded"
  coverageHow: "read" | "inferred"
  at: Span | null
  how: "read" | "inferred"
  children: ReadItem[]
}

export type ReadParticipant = {
  name: string
  role: string | null
  affiliation: string | null
  /** Both as they stand. */
  capacity: string
  aliases: string[]
  at: Span
  how: "read" | "inferred"
}

export type ReadNextMeeting = {
  startsAt: string | null
  /** The day and the time as written or counted ("in two weeks"); null where no day is. */
  when: { date: string; time: string | null; zone: string | null } | null
  text: string
  suggestion: string | null
  /** The block that it was read from. */
  block: number
  at: Span
  how: "read" | "inferred"
}

export type ReadLink = { text: string; href: string; at: Span }

/** What makes a text look like the report of a meeting; below `LIKELY` it is none. */
export type Likelihood = { score: number; signs: string[] }
export const LIKELY = 4

/** What of the facts is read with more to it than the rules ask for. */
type Deeper = "agenda" | "participants" | "decisions" | "actions" | "nextMeeting" | "links"

/** Everything that was read in one report. */
export type ReadReport = Omit<ReportFacts, Deeper> & {
  schema: 1
  file: string
  title: Found<string> | null
  /** Who took the notes. */
  scribes: Found<string>[]
  agenda: ReadItem[]
  participants: ReadParticipant[]
  regrets: ReadParticipant[]
  decisions: ReadDecision[]
  actions: ReadAction[]
  nextMeeting: ReadNextMeeting | null
  links: ReadLink[]
  blocks: ReadBlock[]
  /** Names that the text itself gives to one person: "Ilva (Vivi) Morandini". */
  aliases: { name: string; alias: string; at: Span }[]
  likelihood: Likelihood
  words: { total: number; kept: number }
}

/** A reading without the functions in it, so that one process can hand it to another. */
export type PortableReport = Omit<ReadReport, "paragraphs">
