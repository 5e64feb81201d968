import type { WrittenStart } from "@/lib/check/model"
import type { ReadItem, ReadNextMeeting } from "../model"
import { turnOf } from "../speech/turns"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import { readComing } from "./coming"
import { countedDay, hourOf, whenCounted } from "./counted"
import { instantOf } from "./moments"
import {
  ANNOUNCED,
  deniesNext,
  headsNextMeeting,
  tellsHourOfNext,
  tellsNearTheEnd,
} from "./near-the-end"
import { behindNextLabel, NUMBERING, OwnName } from "./next-labels"
import { referredToNext } from "./next-referred"

const MEETING =
  "(?:meeting|call|session|stand-?up|review|plenary|sitting|assembly|teleconference|telecon|gathering|telco|sync|hui|night|evening|conference|synod|sederunt|audit|interim|telechat|meet-?up|round|diet|mtg)s?"
const BODY =
  "(?:the |our |this )?(?:\\p{L}[\\p{L}-]*\\s){0,4}?(?:group|committee|council|board|panel|forum|circle|team|task ?force|club|society|association|trust|alliance|network|consortium|commission|we|members|participants|WG)"
/** A sentence on this group's next meeting; "the next MAG meeting" is another body's. */
const SENTENCE = new RegExp(
  `(?:^(?:\\d[\\d.]* )?|that |[,;:] )(?:the |our |its )?(?:(?:\\p{Ll}+ )?date (?:and time )?(?:of|for) (?:the |our )?)?next (?:(?:\\p{Ll}[\\p{L}'’-]*|[\\p{L}-]*(?:WG|Group|Strategy)[\\p{L}-]*|Working|Virtual|Online|Zoom)\\s+){0,4}?${MEETING}(?: of (?:the )?[^,.]{1,80}?)?\\s+(?:is|will|would|shall|should|was|be|has been|takes|to be|to take place|scheduled|planned|set|tentatively|proposed|on|at|date|in|(?=(?:\\p{L}{3,9}[,.]? ){0,2}\\d{1,2}))\\b|(?:^|[.;] )(?:the |our )?[Nn]ext (?:\\p{Ll}+ ){0,2}${MEETING}(?:\\s*:|\\s[–—-]\\s)`,
  "u",
)
/** "The committee meets again on …", "We will reconvene on …", "to meet next on …". */
const AGAIN = new RegExp(
  `(?:^|[,;:] |that |agreed |decided |resolved )(?:${BODY}(?:\\s|(?=['’])))?(?:['’]ll |will |shall |agreed to |is to |are to |decided to |to |intending to |hoping to )?(?:meets? again|sits? again|gathers? again|reconvenes?|meets? next|next meets?|comes? together again|meets? (?:on|at) (?=[^.]{0,60}next\\b))\\b|\\b(?:called|fixed|set|slated|scheduled|appointed|convened|announced) (?:the |our |its )(?:date of the )?next ${MEETING} (?:for|on|to)\\b|\\badjourned (?:the ${MEETING} )?(?:at [^,;]{3,20} )?(?:until|to|till) (?=[^.]{0,60}\\d)|\\bthe (?:following|upcoming|coming) ${MEETING} (?:will|shall|(?:is|are) (?:scheduled|planned|set|on(?= [^.;]{0,30}\\d)))\\b|[;,] the next(?: one| of them)? (?:(?:is|will be|takes place) )?(?:(?:held )?on(?= [^.;]{0,30}\\d)|(?=(?:\\p{L}{3,9},? ){1,2}\\d))|\\d,? (?:is|will be|was (?:set|fixed|agreed|chosen) as) (?:the |our )(?:date (?:of|for) (?:the |our )?)?next (?:\\p{L}+ ){0,3}?${MEETING}\\b|^(?:la prochaine|le prochain) (?:\\p{Ll}+ ){1,4}(?:est fixée?|aura lieu|se tiendra|est prévue?|se réunira)\\b|^(?:la próxima|el próximo|a próxima) (?:\\p{Ll}+ ){1,3}(?:será|se celebrará|tendrá lugar|queda|se realizará|se llevará|terá lugar)|^die nächste (?:\\p{L}+ ){1,2}(?:findet|ist)\\b|\\b(?:will|shall|agreed to|decided to|to) (?:hold|convene) (?:its|the|our|their) (?:next|[\\p{L}-]{2,24}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) ${MEETING}\\b`,
  "iu",
)
/** "An interim is planned for 26 September": near the end of a report alone. */
const CLOSING = new RegExp(
  `^(?:an?|the|another|our) (?:\\p{L}+ ){0,2}${MEETING} (?:is|has been|was) (?:tentatively |provisionally )?(?:planned|scheduled|foreseen|set|fixed|pencilled in|called|convened) (?:for|on)\\b|^(?:an? |the )?(?:doodle|poll|(?:doodle |scheduling |date )?poll|survey)\\b.{0,80}\\bnext (?:\\p{Ll}+ )?${MEETING}\\b|^next:\\s(?=.{0,60}\\d)|^next (?:\\p{Ll}+ )?${MEETING} in (?:\\p{L}+|\\d{1,2}) (?:weeks?|days?|months?)`,
  "iu",
)
/** So many blocks from the end are near it. */
const LAST = 6
/** "Next Regular Board Meeting": what is said between the two may name this body. */
const NAMED = new RegExp(`\\bnext ((?:\\p{L}[\\p{L}\\p{N}'’-]{1,20} ){0,3}?)(${MEETING})\\b`, "iu")
const OPENING =
  /(?<=^(?:\d[\d.]* )?)(?:The next|Next|Our next|The date|Date|(?:The )?(?:Tentative|Proposed|Provisional) date)/
const HEADING = new RegExp(
  `^(?:(?:annex|appendix) \\w{1,3}\\W{1,3}|${NUMBERING})?(?:dates?(?:(?:,| and|,? &) (?:time|place|venue)s?)* (?:of|for) )?(?:the |our )?(?:next|following|upcoming) (?:time|date|(?:[\\p{L}-]+ ){0,3}${MEETING})(?: dates?| for \\p{L}{3,14})?\\W*(?:\\((?:agenda )?item [^()]{1,8}\\)\\W*|\\([^()\\d]{2,20}\\d\\d:\\d\\d(?::\\d\\d)?\\))?$|^(?:donm|${NUMBERING}?dates? of next)\\W*$`,
  "iu",
)
/** A heading that stands in one paragraph with what follows it. */
const RUN_ON =
  /^(?:\d[\d./-]{0,8}\s+)?(?:(?:DATES? OF |Dates? of )?(?:THE |The |OUR |Our )?(?:NEXT|Next|next(?=(?: \p{Ll}+){1,3} \d)) (?:[\p{L}-]+ ){0,2}(?:MEETING|CALL|SESSION|TELECONFERENCE|[Mm]eeting|[Cc]all|[Ss]ession|[Tt]eleconference)(?: DATES?| [Dd]ates?)?)\s+(?=\p{Lu}|\d)/u
/** Nothing is settled yet. */
const OPEN =
  /\bto be (?:polled|confirmed|decided|determined|announced|agreed|fixed|set|arranged|scheduled)\b|\b(?:tb[acd]|doodle|poll)\b/i
/** "The tenth session will be held", "Plenary no. 9 is on", "that its tenth session was scheduled to begin on". */
const NUMBERED = new RegExp(
  `^(?:the )?(?:[\\p{L}-]{0,14}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) (?:\\p{L}+ ){0,2}${MEETING}(?: (?:of|in) (?:the |this |our )?\\p{L}{3,20})?(?:\\s(?:is|will be|would be|will take|would take|takes|shall|holds|sits|meets|convenes|opens|begins|starts|follows)\\b|:\\s)|(?:^|[.;] )${MEETING} \\d{1,4} (?:is|will be|takes place|will take place) (?:held )?on (?=[^.;]{0,60}\\d)|^(?:the )?[ivxlc]{1,8} (?:\\p{L}+ ){0,2}${MEETING} (?:is|will|shall|holds|sits|meets|convenes)\\b|^(?:\\p{L}+ )?${MEETING} (?:no\\.?\\s|number\\s|#\\s?)?\\d{1,4}:\\s|\\b(?:its|our) (?:[\\p{L}-]{0,14}(?:th|first|second|third)|\\d{1,3}(?:st|nd|rd|th)) ${MEETING} (?:is|was|will be|has been|would be) (?:scheduled|planned|due|set|expected|to be held|held)(?: to (?:begin|open|start|take place|be held))? (?:on|for|from) (?=[^.;]{0,60}\\d)|^(?:the )?(?:regular|ordinary|monthly|quarterly|annual) ${MEETING} (?:is|will be|takes place|will take place) on\\b|^\\p{Lu}{2,8}[- ]?\\d{1,3} (?:will (?:take place|be held)|is|takes place) on\\b|^(?:the )?${MEETING} (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[ivxl]{1,7}) (?:is|will|takes)\\b|^(?:the )?next (?:\\p{L}+ ){1,3}(?:shall|will|is to|are to) (?:meet|sit|gather|convene|come together)\\b|^(?:the )?(?:\\p{L}+ ){0,2}(?:plenary|${MEETING}) (?:no\\.?\\s|number\\s|#)\\s?\\d{1,4} (?:is|will|takes)\\b`,
  "iu",
)
/** "The spring meeting is on 18 April", "The December meeting will be held on": called by its time of year. */
const SEASONAL =
  /^(?:the )?(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|michaelmas|coming) (?:meeting|call|session|assembly|gathering|conference) (?:is|will be|takes place|will take place) (?:held )?on\b/i
/** "The Trustees meet again on 1 July": the others whom a body may consist of. */
const PEOPLE_AGAIN =
  /^(?:the |all )?(?:trustees|governors|directors|delegates|councillors|elders|officers|partners|bureau|secretariat|assembly|parties|union|federation|guild|faculty|senate|court|chapter) (?:will |shall |are to |is to )?(?:meets? again|meets? next|next meets?|reconvenes?|sits? again)\b/i
const FIELD = /^next(?:[ _-]?(?:meeting|call|session|date))?\s?:\s{1,3}["']?\d/i
/** "The next Council meets on 11 March": whatever the meeting is called, with a day behind it. */
const NAMED_NEXT =
  /^(?:the |our |its )?next (?:\p{Ll}[\p{L}-]* ){0,2}(?:\p{Ll}[\p{L}-]{2,20}|council|board|committee|assembly|synod|conference|forum|congress|executive|bureau|circle|plenary) (?:meets|sits|gathers|convenes|(?:will |shall )(?:meet|sit|gather|convene|take place|be held|be)|takes place|is(?: held| planned| scheduled| set| fixed)?)(?: again)?,? (?:on|for|at|in) (?=[^.;]{0,60}\d)/iu
/** "The board will meet on Tuesday June 21 at 9 am instead": with no name, it is this body. */
const WE_MEET =
  /(?:^|\bthat )(?:we|the (?:board|council|committee|group|commission|club|panel|society|association)) (?:will|shall|are to|is to) (?:next )?(?:meet|convene|gather) (?:next |again )?(?:on|at) (?=[^.;]{0,60}\d)/i

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
      if (!HEADING.test(text) && !headsNextMeeting(text, next.rich.text, start)) continue
      // "7 Date of the next meeting", the last entry of an agenda above the day of this one.
      const day = readComing(next.rich.text.slice(0, 200), start)?.date
      if (start && day && day <= start.date) continue
      const entries = blocks.slice(index + 1, index + 9)
      const list = entries.findIndex(({ block: { kind } }) => kind !== "bullet")
      const chosen = own.among(list < 0 ? entries : entries.slice(0, list)) ?? next
      return made(chosen, 0, Math.min(chosen.rich.text.length, 1500))
    }
    // "Item 9" alone, where the agenda says that it is on the next meeting.
    const item = items.find(({ title }) => HEADING.test(title))
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

/** Whether a sentence tells when this group meets next, whoever says it. */
function tellsOfNext(sentence: string, own = new OwnName([])): boolean {
  const told = sentence
    .replace(OPENING, (words) => words.toLowerCase())
    .replace(NAMED, (all, name, meeting) =>
      own.names(name) ? `next ${meeting.toLowerCase()}` : all,
    )
  if (own.isOther(told) || own.isOfCommittee(sentence) || deniesNext(sentence)) return false
  const patterns = [
    SENTENCE,
    AGAIN,
    NUMBERED,
    SEASONAL,
    PEOPLE_AGAIN,
    NAMED_NEXT,
    WE_MEET,
    ANNOUNCED,
  ]
  return patterns.some((each) => each.test(told))
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
