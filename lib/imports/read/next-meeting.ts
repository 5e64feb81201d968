import { DateTime } from "luxon"
import type { WrittenStart } from "@/lib/check/model"
import type { FinishedBlock } from "./finished"
import type { ReadNextMeeting } from "./model"
import { wordsValue } from "./ordinals"
import { findSentences } from "./sentences"
import type { Locator } from "./source"
import { instantOf, readComing } from "./starts"

const MEETING = "(?:meeting|call|session|teleconference)s?"
/** A sentence on this group's next meeting; "the next MAG meeting" is another body's. */
const SENTENCE = new RegExp(
  `(?:^(?:\\d[\\d.]* )?|that |[,;:] )(?:the |our |its )?next (?:(?:\\p{Ll}[\\p{L}-]*|[\\p{L}-]*(?:WG|Group|Strategy)[\\p{L}-]*|Working|Virtual|Online|Zoom)\\s+){0,4}?${MEETING}(?: of (?:the )?[^,.]{1,80}?)?\\s+(?:is|will|would|shall|should|was|has been|takes|to be)\\b`,
  "u",
)
const OPENING = /(?<=^(?:\d[\d.]* )?)The next/
const IN_WEEKS = /\bin\s+(\p{L}+|\d{1,2})\s+(weeks?|days?)(?:['’]s?)?(?:\s+time)?\b/iu

/** When the group meets next, from its own line or from the last sentence that tells it. */
export function readNextMeeting(
  blocks: readonly FinishedBlock[],
  start: WrittenStart | null,
  locate: Locator,
): ReadNextMeeting | null {
  const own = blocks.filter(({ block }) => block.part === "next")
  const [head, second] = own
  if (head) {
    const inline = textBehindLabel(head.rich.text)
    const chosen = inline === null && second ? second : head
    const from = chosen === head ? (inline ?? 0) : 0
    return made(chosen, from, chosen.rich.text.length)
  }
  for (const each of blocks.toReversed()) {
    if (each.block.part !== "discussion" && each.block.part !== "closing") continue
    for (const { from, to } of findSentences(each.rich.text).toReversed()) {
      const sentence = each.rich.text.slice(from, Math.min(to, from + 1500))
      if (SENTENCE.test(sentence.replace(OPENING, "the next"))) return made(each, from, to)
    }
  }
  return null

  function made(
    { rich, block: { id: block } }: FinishedBlock,
    from: number,
    to: number,
  ): ReadNextMeeting {
    const text = rich.text.slice(from, to).trim()
    const coming = readComing(text, start)
    const at = locate.span(rich, from, to)
    if (!coming?.date)
      return { startsAt: null, text, suggestion: relative(text, start), block, at, how: "read" }
    const startsAt = coming.instant ?? sameTime(coming.date, start)
    const how = coming.instant ? coming.how : "inferred"
    return { startsAt, text, suggestion: null, block, at, how }
  }
}

/** Where the text behind "Next meeting:" begins; null when the label stands alone. */
function textBehindLabel(text: string): number | null {
  const label = /^[^:–—]{4,90}?(?::|\s[–—-]\s)\s*(?=\S)/.exec(text)
  return label && /\b(?:next|prochaine)\b/i.test(label[0]) ? label[0].length : null
}

/** "In two weeks": the same hour of that day, offered and not taken as read. */
function relative(text: string, start: WrittenStart | null): string | null {
  const match = IN_WEEKS.exec(text.slice(0, 400))
  const count = match?.[1] ? Number(match[1]) || wordsValue(match[1]) || null : null
  if (!match?.[2] || !count || !start?.time || count > 60) return null
  const days = /^week/i.test(match[2]) ? count * 7 : count
  const date = DateTime.fromISO(start.date, { zone: "UTC" }).plus({ days }).toISODate()
  return date ? instantOf(date, start.time, start.zone) : null
}

function sameTime(date: string, start: WrittenStart | null): string | null {
  return start?.time ? instantOf(date, start.time, start.zone) : null
}

/** Whether a paragraph is about the next meeting alone, so that it belongs to no agenda item. */
export function isOnlyNextMeeting(text: string): boolean {
  if (text.length > 400 || findSentences(text).length !== 1) return false
  return SENTENCE.test(text.replace(OPENING, "the next"))
}
