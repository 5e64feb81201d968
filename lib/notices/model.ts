/** What somebody can be told of, in the order in which it is shown and written. */
export const noticeKinds = [
  "mentioned",
  "replied",
  "resolved",
  "action-given",
  "call-announced",
  "consultation-opening",
  "consultation-closing",
  "consultation-result",
  "consultation-held",
  "version-published",
  "review-ended",
  "quote-answered",
  "publication-proposed",
  "edition-due",
  "error-reported",
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How soon it comes by mail. In the portal everything stands at once, also what is never mailed. */
export const tempos = ["at-once", "daily", "weekly", "never"] as const
export type Tempo = (typeof tempos)[number]
export type DigestTempo = Extract<Tempo, "daily" | "weekly">

/**
 * What holds for whoever chose nothing: at once what waits for this very person or ends on a day,
 * everything else in one mail a day.
 */
export const usualTempo: Record<NoticeKind, Tempo> = {
  mentioned: "at-once",
  replied: "daily",
  resolved: "daily",
  "action-given": "daily",
  "call-announced": "at-once",
  "consultation-opening": "at-once",
  "consultation-closing": "at-once",
  "consultation-result": "daily",
  "consultation-held": "daily",
  "version-published": "daily",
  "review-ended": "at-once",
  "quote-answered": "daily",
  "publication-proposed": "at-once",
  "edition-due": "at-once",
  "error-reported": "at-once",
}

/**
 * What a text is called: a meeting's minutes by number and title ("" without one), a document by its
 * title, a row of a mapping by its number (`row`) and the title of its mandate.
 */
export type TextName = { title: string; number: number | null; row?: number }

/** What the sentence of each kind is filled with. Instants are ISO 8601, days `YYYY-MM-DD`. */
export type NoticeData = {
  /** In a comment on the text; with `where` in the row or the text itself, by several who wrote it when `unsigned`. */
  mentioned: { by: string; where?: "row" | "text" | "unsigned" } & TextName
  replied: { by: string } & TextName
  resolved: TextName & {
    disposition: "accepted" | "partly-accepted" | "not-accepted" | "noted"
    reason: string
  }
  /** An action of a meeting's minutes; or rows of a mapping for which `by` made them responsible: the first, how many. */
  "action-given":
    | { what: string; due: string | null; number: number | null }
    | { row: number; rows: number; title: string; by: string }
  "call-announced": {
    number: number | null
    title: string
    startsAt: string
    place: string
    change: "new" | "changed" | "cancelled"
    reason: string
  }
  /**
   * With `change` it was told before, and has another end, was closed early or is called off; or a comment of
   * theirs that came too late is taken until `closesAt` (`late`).
   */
  "consultation-opening": {
    title: string
    closesAt: string
    change?: "moved" | "closed" | "late" | "cancelled"
    reason?: string
  }
  "consultation-closing": { title: string; closesAt: string }
  "consultation-result": { title: string; comments: number }
  /** What a consultation has for those who hold it: a comment that waits for them, or that it is over. */
  "consultation-held": { title: string } & (
    | { what: "waiting"; comment: string }
    | { what: "over"; comments: number }
  )
  /** `number` of the meeting when it is a report, `title` when it is a document or the mandate of a mapping. */
  "version-published": { number: number | null; title: string; version: number; mapping?: true }
  /** How the quoted people answered, and how many comments and open threads there are. */
  "review-ended": TextName & {
    end: "passed" | "ended" | "given-up"
    confirmed: number
    words: number
    unnamed: number
    waiting: number
    comments: number
  }
  "quote-answered": TextName & { name: string; answer: "confirmed" | "other-words" | "unnamed" }
  /**
   * What is proposed where `deed` says so: to withdraw a report, or to publish `reports` of the archive. With
   * "rule" nothing waits: it takes `to` co-chairs from now on, and took `from` before; `title` is the group's.
   */
  "publication-proposed": TextName & {
    by: string
    version: number
    deed?: "publish" | "withdraw" | "archive" | "rule"
    reports?: number
    from?: number
    to?: number
  }
  /** The report of the meeting, and the version in which a reader found it. */
  "error-reported": TextName & { version: number }
  /** `title` of the mandate, and the number that the edition will have. */
  "edition-due": { title: string; edition: number }
}

/** A choice of a person: for one group, or (without one) for all others. */
export type Choice = { groupId: string | null; kind: NoticeKind; tempo: Tempo }

/** How soon somebody wants to hear of a kind in a group: the group's choice, their own, the usual. */
export function tempoOf(
  choices: readonly Choice[],
  kind: NoticeKind,
  groupId: string | null,
): Tempo {
  const chosen = (group: string | null) =>
    choices.find((choice) => choice.kind === kind && choice.groupId === group)?.tempo
  return chosen(groupId) ?? chosen(null) ?? usualTempo[kind]
}

/** The longest piece of somebody's comment that a notice repeats, in characters. */
export const mostWords = 1000

/** How many notices one page of the list shows. */
export const pageSize = 50
