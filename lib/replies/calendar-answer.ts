import PostalMime from "postal-mime"
import type { MeetingAnswer } from "@/lib/meetings/model"

/** What a calendar program says for its reader (RFC 5545, 3.2.12). */
const answers: Record<string, MeetingAnswer> = {
  ACCEPTED: "coming",
  TENTATIVE: "perhaps",
  DECLINED: "not-coming",
}

/** What a calendar program answered to an invitation. `from` is in lower case. */
export type CalendarAnswer = { from: string; meetingId: string; answer: MeetingAnswer }

/**
 * Reads the answer that a calendar program mails when somebody presses "yes" (a REPLY of RFC 5546,
 * 3.2.3, with its one attendee); null for every other mail.
 */
export async function readCalendarAnswer(raw: Uint8Array): Promise<CalendarAnswer | null> {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: 30,
    forceRfc822Attachments: true,
  }).catch(() => null)
  const part = mail?.attachments.find(({ mimeType }) =>
    /^(text\/calendar|application\/ics)$/i.test(mimeType),
  )
  if (!mail || !part) return null
  const { content } = part
  const said = typeof content === "string" ? content : new TextDecoder().decode(content)
  const lines = said.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)
  const lineOf = (name: string) =>
    lines.find((line) => line.toUpperCase().startsWith(`${name}:`))?.slice(name.length + 1)
  if (lineOf("METHOD")?.trim().toUpperCase() !== "REPLY") return null
  const attendee = lines.find((line) => /^ATTENDEE[;:]/i.test(line)) ?? ""
  const [, status = ""] = /;PARTSTAT="?([A-Z-]+)/i.exec(attendee) ?? []
  const answer = answers[status.toUpperCase()]
  const [meetingId = ""] = (lineOf("UID") ?? "").trim().split("@")
  const from = mail.from && "address" in mail.from ? (mail.from.address ?? "") : ""
  return answer ? { from: from.trim().toLowerCase(), meetingId, answer } : null
}
