import { longestName } from "@/lib/people/model"

/** Who may comment besides the members, who always may. */
export const consultationAudiences = ["members", "invited", "anyone"] as const
export type ConsultationAudience = (typeof consultationAudiences)[number]

/** A text that is open for comments. `id` names it within its consultation. */
export type ConsultationText = {
  id: string
  position: number
  kind: "minutes" | "document"
  /** Of the meeting or the document. */
  textId: string
  title: string
  /** The revision that stood when the window opened; null before. */
  revision: number | null
}

/** A consultation has to stay within these. */
export const consultationLimits = {
  title: 200,
  question: 10_000,
  reason: 1_000,
  texts: 20,
  guests: 500,
  name: longestName,
} as const

/** How long before the end those who have not answered are reminded, in days of 24 hours. */
export const reminderDays = 2

const day = 86_400_000

/** When a reminder is due: two days before the end, or null when the whole window is no longer than that. */
export function reminderAt(window: { opensAt: Date; closesAt: Date }): Date | null {
  const at = new Date(window.closesAt.getTime() - reminderDays * day)
  return at > window.opensAt ? at : null
}

/**
 * When its reminder went out, as far as it was for the end that a window has now: null once more where
 * the end was moved so far that another reminder is still to come.
 */
export function remindedFor(
  window: { opensAt: Date; closesAt: Date },
  remindedAt: Date | null,
  at: Date,
): Date | null {
  const due = reminderAt(window)
  return due !== null && due > at ? null : remindedAt
}

/** How many midnights of a zone lie between an instant and the end: 0 when it closes the same day. */
export function daysLeft(closesAt: Date, at: Date, zone: string): number {
  return Math.round((dayNumber(closesAt, zone) - dayNumber(at, zone)) / day)
}

/** The calendar day of an instant in a zone, as the instant at which it begins in UTC. */
function dayNumber(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }).format(at)
  return Date.parse(`${parts}T00:00:00Z`)
}

/** A text as a form names it: `minutes:…` or `document:…`. */
export const textKey = ({ kind, textId }: Pick<ConsultationText, "kind" | "textId">): string =>
  `${kind}:${textId}`

/** Whether what a guest says waits for a co-chair: of those who came by themselves, where anyone may comment. */
export const waitsForCoChair = (
  { audience }: { audience: ConsultationAudience },
  guest: { invitedBy: string | null } | null,
): boolean => guest !== null && audience === "anyone" && guest.invitedBy === null

/** Comments that one person or guest may send in a quarter of an hour. */
export const commentsPer = 30

/** What somebody types in the form of a text of a consultation and has not sent. */
export type AnswerDraft = {
  text: string
  /** The section that is chosen; null for the whole text. */
  place: string | null
  quote: string | null
  unnamed: boolean
}

/** Under which key a draft is kept: that of the form of one text, or of a guest's comment with its other words. */
export const draftKey = (consultationId: string, ofId: string): string =>
  `${draftPrefix(consultationId)}${ofId}`

/** Days for which guests can still read what they did not send, or sent too late, after the end. */
export const guestDraftDays = 30

/** What the keys of all drafts of a consultation begin with. */
export const draftPrefix = (consultationId: string): string =>
  `consultation-draft:${consultationId}:`
