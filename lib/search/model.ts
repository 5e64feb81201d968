/** What can be found, in the order in which it is offered. */
export const searchKinds = [
  "meeting",
  "report",
  "agenda-item",
  "decision",
  "action",
  "minutes",
  "document",
  "comment",
  "person",
  "mapping-row",
] as const
export type SearchKind = (typeof searchKinds)[number]

/** Kinds that may stand in public: a meeting is published as its report, and a person has no page. */
export const publicKinds = [
  "report",
  "agenda-item",
  "decision",
  "action",
  "minutes",
  "document",
  "comment",
  "mapping-row",
] as const satisfies readonly SearchKind[]

/** A row that was retired, or an activity of finished years in the annex. */
export type SearchState = "retired" | "annex"

export type SearchReach = "public" | "members" | "co-chairs"

/** One passage as it is put into the index. */
export type SearchText = {
  groupId: string | null
  kind: SearchKind
  reach: SearchReach
  /** Without language and origin. */
  href: string
  title: string
  words: string
  /** Whose words these are, or whom they concern. */
  names: readonly string[]
  /** Words by which it is found and which are not shown. */
  also: string
  /** Of the meeting. */
  number: number | null
  language: TextLanguage
  /** `YYYY-MM-DD` */
  day: string | null
  area: string | null
  /** Without: it is in use. */
  state?: SearchState
}

/** A piece of a line that is shown; `marked` where it is what was asked for. */
export type Piece = { text: string; marked: boolean }

export type Hit = {
  id: string
  kind: SearchKind
  href: string
  title: Piece[]
  passage: Piece[]
  /** Short name of the group; null for what belongs to none. */
  group: string | null
  number: number | null
  day: string | null
  state: SearchState | null
  /** BCP 47 tag of the text, undefined where it is not known. */
  language: string | undefined
}

export type Found = {
  hits: Hit[]
  /** How many there are, and whether the count stopped there. */
  total: number
  more: boolean
  /** Whether what holds words that are only like the ones asked for stands here: alone, or behind the few that hold these. */
  forgiven: "alone" | "behind" | null
  /** Whether it was given up, because it would have taken too long. */
  tooLong: boolean
  page: number
  pages: number
}

export const limits = {
  /** Characters of what is typed. */
  query: 300,
  /** Words and phrases that count; what follows them is left out. */
  terms: 16,
  /** Hits of one page. */
  page: 20,
  /** Below so many hits what holds words like those asked for stands behind them. */
  few: 5,
  /** Hits that are ranked: beyond them the newest ones count. */
  ranked: 200,
  /** For which one question may keep the database busy. */
  milliseconds: 3000,
} as const

/** Text-search configurations that every Postgres brings, by the language of a text (BCP 47). */
const languages = {
  ar: "arabic",
  en: "english",
  fr: "french",
  es: "spanish",
  ru: "russian",
  pt: "portuguese",
  de: "german",
  it: "italian",
} as const
export type TextLanguage = (typeof languages)[keyof typeof languages] | "simple"

/** How the words of a text are reduced to their stems; `simple` leaves them as they are. */
export function textLanguage(tag: string): TextLanguage {
  const [code = ""] = tag.toLowerCase().split("-")
  return code in languages ? languages[code as keyof typeof languages] : "simple"
}

/** The tag of a text's language, undefined for `simple`, which may be any. */
export function languageTag(language: string): string | undefined {
  return Object.entries(languages).find(([, name]) => name === language)?.[0]
}
