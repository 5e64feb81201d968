import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { env } from "@/lib/platform/env"
import { type Locale, localePath } from "@/lib/platform/locales"
import { readSignedToken, signedToken } from "@/lib/platform/signed"

const purpose = "answer to a call"
const subject = z.tuple([z.uuid(), z.uuid()])

/** What a link of an invitation is for: one person's answer to one call. */
export type AnswerLink = { meetingId: string; personId: string }

/** Where somebody says from their mail whether they come. The page has the buttons; opening it says nothing. */
export function answerAddress({ meetingId, personId }: AnswerLink, locale: Locale): string {
  const token = signedToken(purpose, [meetingId, personId])
  return `${env().origin}${localePath(locale, "/answer")}?token=${token}`
}

/** What a token stands for, or null when it is not one of ours. */
export function readAnswerToken(token: string): AnswerLink | null {
  const parsed = subject.safeParse(readSignedToken(purpose, token))
  return parsed.success ? { meetingId: parsed.data[0], personId: parsed.data[1] } : null
}

/** What the policy knows of a link: the guest may answer this call for this person, and nothing else. */
export const answerSubject = ({ meetingId, personId }: AnswerLink) => ({
  type: "meeting-answer",
  id: `${meetingId} ${personId}`,
})

/** Whoever holds a link: the guest of one answer, or the public when the link is good for nothing. */
export function guestOfAnswerLink(token: string): Actor {
  const link = readAnswerToken(token)
  if (!link) return { kind: "public" }
  const { type, id } = answerSubject(link)
  return { kind: "guest", subjectType: type, subjectId: id }
}
