import type { WrittenStart } from "@/lib/check/model"
import type { ReadItem, ReadNextMeeting } from "../model"
import { turnOf } from "../speech/turns"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { readComing } from "./coming"
import { countedDay, hourOf, whenCounted } from "./counted"
import { instantOf } from "./moments"
import { headsNextMeeting, tellsHourOfNext, tellsNearTheEnd } from "./near-the-end"
import { behindNextLabel, NUMBERING, OwnName } from "./next-labels"
import { referredToNext } from "./next-referred"
import { MEETING, tellsOfNext, WE_MEET } from "./next-sentences"

/** "An interim is planned for 26 September": near the end of a report alone. */
const CLOSING = new RegExp(
  `^(?:an?|the|another|our) (?:\\p{L}+ ){0,2}${MEETING} (?:is|has been|was) (?:tentatively |provisionally )?(?:planned|scheduled|foreseen|set|fixed|pencilled in|called|convened) (?:for|on)\\b|^(?:an? |the )?(?:doodle|poll|(?:doodle |scheduling |date )?poll|survey)\\b.{0,80}\\bnext (?:\\p{Ll}+ )?${MEETING}\\b|^next:\\s(?=.{0,60}\\d)|^next (?:\\p{Ll}+ )?${MEETING} in (?:\\p{L}+|\\d{1,2}) (?:weeks?|days?|months?)`,
  "iu",
)
/** So many blocks from the end are near it. */
const LAST = 6
const HEADING = new RegExp(
  `^(?:(?:annex|appendix) \\w{1,3}\\W{1,3}|${NUMBERING})?(?:dates?(?:(?:,| and|,? &) (?:time|place|venue)s?)* (?:of|for) )?(?:the |our )?(?:next|following|upcoming) (?:time|date|(?:[\\p{L}-]+ ){0,3}${MEETING})(?: dates?| for \\p{L}{3,14})?\\W*(?:\\((?:agenda )?item [^()]{1,8}\\)\\W*|\\([^()\\d]{2,20}\\d\\d:\\d\\d(?::\\d\\d)?\\))?$|^(?:donm|${NUMBERING}?dates? of next)\\W*$`,
  "iu",
)
const isHeading = (text: string) => text.length <= 200 && HEADING.test(text)
/** A heading that stands in one paragraph with what follows it. */
const RUN_ON =
  /^(?:\d[\d./-]{0,8}\s+)?(?:(?:DATES? OF |Dates? of )?(?:THE |The |OUR |Our )?(?:NEXT|Next|next(?=(?: \p{Ll}+){1,3} \d)) (?:[\p{L}-]+ ){0,2}(?:MEETING|CALL|SESSION|TELECONFERENCE|[Mm]eeting|[Cc]all|[Ss]ession|[Tt]ele(?:conference|con|chat))(?: DATES?| [Dd]ates?)?)\s+(?=\p{Lu}|\d)/u
/** Nothing is settled yet. */
const OPEN =
  /\bto be (?:polled|confirmed|decided|determined|announced|agreed|fixed|set|arranged|scheduled)\b|\b(?:tb[acd]|doodle|poll)\b/i
const FIELD = /^next(?:[ _-]?(?:meeting|call|session|date))?\s?:\s{1,3}["']?\d/i

/** When the group meets next, from its own line or from the last sentence that tells it. */
export function readNextMeeting(
  blocks: readonly FinishedBlock[],
  start: WrittenStart | null,
  locate: Locator,
  items: readonly ReadItem[] = [],
): ReadNextMeeting | null {
  const labelled = blocks.filter(({ block }) => block.part === "next")
  const [head, second] = labelled
  // "The next NRPC meeting" is this group's where its title has the same letters.
  const own = new OwnName(
    blocks.filter(({ block }) => block.part === "title").map(({ rich }) => rich.text),
  )
  const alone = head !== undefined && !second && textBehindLabel(head.rich.text) === null
  // Under a heading with nothing of its own behind it, numbered paragraphs may tell.
  if (head && !alone) return behindLabel(head)
  const told = blocks.filter(({ block }) => block.part !== "agenda" && block.part !== "title")
  for (const each of told.toReversed()) {
    const label = behindNextLabel(each.rich.text)
    if (label !== null) return made(each, label, Math.min(each.rich.text.length, label + 1500))
  }
  for (const each of told.toReversed()) {
    for (const { from, to } of findSentences(each.rich.text).toReversed()) {
      const sentence = each.rich.text.slice(from, Math.min(to, from + 1500))
      const said = sentence.slice(turnOf(sentence)?.to ?? 0).replace(/^[\W_]{1,6}/u, "")
      if (tellsOfNext(sentence, own) || tellsOfNext(said, own))
        return made(each, from + Math.max(0, sentence.search(WE_MEET)), to)
    }
  }
  return (
    underHeading() ?? byTheWay() ?? atTheEnd() ?? inFront() ?? (head ? behindLabel(head) : null)
  )

  /** "next: 2022-02-24T16:00:00Z" among the fields of a page. */
  function inFront(): ReadNextMeeting | null {
    const field = blocks.find(
      ({ block, rich }) => block.part === "title" && FIELD.test(rich.text.slice(0, 40)),
    )
    return field ? made(field, field.rich.text.indexOf(":") + 1, field.rich.text.length) : null
  }

  function byTheWay(): ReadNextMeeting | null {
    const each = told.findLast(({ rich }) => referredToNext(rich.text, own) !== null)
    const span = each && referredToNext(each.rich.text, own)
    return each && span ? made(each, span.from, span.to) : null
  }

  function behindLabel(head: FinishedBlock): ReadNextMeeting {
    const inline = textBehindLabel(head.rich.text)
    const entries = labelled.slice(1, 9)
    const chosen = (inline === null ? own.among(entries) : null) ?? head
    const from = chosen === head ? (inline ?? 0) : 0
    const more = labelled
      .slice(chosen === head ? 1 : chosen === second ? 2 : labelled.length, 4)
      .map(({ rich }) => rich.text.slice(0, 200))
    return made(chosen, from, chosen.rich.text.length, more)
  }

  function atTheEnd(): ReadNextMeeting | null {
    for (const each of blocks.slice(-LAST).toReversed()) {
      if (!/^(?:discussion|closing)$/.test(each.block.part)) continue
      for (const { from, to } of findSentences(each.rich.text).toReversed()) {
        const sentence = each.rich.text.slice(from, Math.min(to, from + 400))
        const said = sentence.slice(turnOf(sentence)?.to ?? 0).replace(/^\W{1,6}/, "")
        if (
          CLOSING.test(sentence) ||
          CLOSING.test(said) ||
          [sentence, said].some((each) => tellsNearTheEnd(each, start, own))
        )
          return made(each, from, to)
      }
    }
    return null
  }

  /** The first text under a heading "Next meeting" that is one of the items. */
  function underHeading(): ReadNextMeeting | null {
    for (const [index, each] of blocks.entries()) {
      const below = blocks[index + 1]
      // The first row of a table tells what its columns are.
      const isHead = below?.rich.text.startsWith("|") && !/\d/.test(below.rich.text)
      const next = isHead ? blocks[index + 2] : below
      if (!next || next.block.part === "agenda" || each.rich.text.length > 80) continue
      if (each.block.part === "agenda" || next.block.item !== each.block.item) continue
      const { text } = each.rich
      if (!isHeading(text) && !headsNextMeeting(text, next.rich.text, start)) continue
      // "7 Date of the next meeting", the last entry of an agenda above the day of this one.
      const day = readComing(next.rich.text.slice(0, 200), start)?.date
      if (start && day && day <= start.date) continue
      const entries = blocks.slice(index + 1, index + 9)
      const list = entries.findIndex(({ block: { kind } }) => kind !== "bullet")
      const chosen = own.among(list < 0 ? entries : entries.slice(0, list)) ?? next
      return made(chosen, 0, Math.min(chosen.rich.text.length, 1500))
    }
    // "Item 9" alone, where the agenda says that it is on the next meeting.
    const item = items.find(({ title }) => isHeading(title))
    const first = blocks.find(
      ({ block: { item: label, kind, part } }) =>
        item?.label === label && part === "discussion" && kind !== "heading",
    )
    if (first && item) return made(first, 0, Math.min(first.rich.text.length, 1500))
    for (const each of blocks) {
      const heading = each.block.part === "agenda" ? null : RUN_ON.exec(each.rich.text)
      if (heading) return made(each, heading[0].length, Math.min(each.rich.text.length, 1500))
    }
    return null
  }

  function textAt(index: number): string {
    return blocks[index]?.rich.text ?? ""
  }

  function made(
    { rich, block: { id: block } }: FinishedBlock,
    from: number,
    to: number,
    more: readonly string[] = [],
  ): ReadNextMeeting {
    const text = rich.text.slice(from, to).trim()
    // "To be polled for May. The users' conference is on 16 September": that day is another one.
    const [first] = findSentences(text)
    const said = text.slice(0, first?.to)
    const counted = start && !readComing(said, start) ? countedDay(said, start) : null
    const open = OPEN.test(said) || counted !== null
    // Day and hour may stand on lines of their own: "Date: …", "Time: …".
    const alone = readComing(open ? said : text, start)
    const place = blocks.findIndex((each) => each.block.id === block)
    const beside = [rich.text.slice(to), ...[place - 1, place + 1].map(textAt)]
      .map((each) => each.slice(0, 200).trim())
      .filter(tellsHourOfNext)
    const coming =
      alone?.time || (open && beside.length === 0)
        ? alone
        : (readComing([text, ...more, ...beside].join(" "), start) ?? alone)
    const at = locate.span(rich, from, to)
    if (!coming?.date) return { ...whenCounted(text, start, OPEN.test(text)), text, block, at }
    const how = coming.instant ? coming.how : "inferred"
    const hour = coming.time === null && start !== null ? hourOf(text, start) : null
    const { time, zone } = hour ?? coming
    const when = { date: coming.date, time, zone }
    const startsAt = time ? instantOf(coming.date, time, zone) : sameTime(coming.date, start)
    return { startsAt, when, text, suggestion: null, block, at, how }
  }
}

/** Where the text behind "Next meeting:" begins; null when the label stands alone. */
function textBehindLabel(text: string): number | null {
  const label = /^[^:–—]{4,90}?(?::(?!\d\d)|\s[–—-]\s)\s*(?=\S)/.exec(text)
  const named =
    /\b(?:next|upcoming|forthcoming|following|future|prochaine?s?)\b|próxim[ao]|nächste|prossima|volgende/i
  if (label && named.test(label[0])) return label[0].length
  return RUN_ON.exec(text)?.[0].length ?? null
}

function sameTime(date: string, start: WrittenStart | null): string | null {
  return start?.time ? instantOf(date, start.time, start.zone) : null
}

/** What tells of a meeting to come has one of these, whatever its words. */
const MAY_TELL = /\d|next|again|coming|following|reconven|prochain|próxim|nächste/i

/** Whether a paragraph is about the next meeting alone, so that it belongs to no agenda item. */
export function isOnlyNextMeeting(text: string): boolean {
  if (text.length > 400 || !MAY_TELL.test(text)) return false
  return findSentences(text).length === 1 && tellsOfNext(text)
}
