import type { Coverage, SectionFact } from "@/lib/check/model"
import { containment, contentWords, plainCase } from "@/lib/check/words"
import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import { findSentences } from "../text/sentences"
import type { Line } from "../text/shape"
import { byNoName, withoutTitle } from "./by-no-name"
import { coverageOf } from "./coverage-words"
import type { Assigned } from "./discussion"
import { toldInPassing } from "./in-passing"
import { isPutOff } from "./not-opened"
import { endsPutOff, saysPutOff } from "./put-off"

const ALL_ALIKE =
  /\b(?:both|all|these|those|remaining|any of the|either|the two|the three)\s(?:agenda\s)?(?:items?|points?|topics?|matters?|subjects?|of them)\b|\b(?:taken|discussed|considered|treated|dealt with|handled) (?:\p{Ll}{1,12} )?together\b/iu
/** "As for renewal at small sites, we did not come to that." */
const INTRODUCED =
  /^(?:as for|as to|as regards|on|of|about|regarding|concerning|with regard to) .{6,100}/iu
/** "There was no update …", "No time was left for …": a sentence that begins with what was not. */
const BARE = /^(?:there (?:was|were|is|has been) )?(?:no|nothing)\b/i
/** So many sentences elsewhere in a report are asked for the items that they name. */
const MOST_LOOSE = 400

/**
 * Settles the coverage of every item. `loose` is what stands under none, `texts` what stands under each label. Where one heading
 * stands for several items, the text counts for those that it names; where it names none, and where
 * the heading spells out all their titles (`spelled`), for all.
 */
export function settleCoverage(
  agenda: readonly ReadItem[],
  sections: readonly SectionFact[],
  texts: ReadonlyMap<string, string>,
  loose: readonly string[] = [],
  spelled: ReadonlySet<string> = new Set(),
): void {
  const merged = new Map<string, { text: string; section: SectionFact }>()
  const headed = new Set<string>()
  const running = new Set<string>()
  for (const section of sections) {
    const text = texts.get(section.items[0] ?? "") ?? ""
    for (const label of section.items) {
      headed.add(label)
      if (section.running) running.add(label)
      if (section.items.length > 1) merged.set(label, { text, section })
    }
  }
  const others = [...loose, ...texts.values()]
  const told = toldElsewhere(others)
  const inPassing = toldInPassing(others, agenda.filter(isHeaded).length * 2 < agenda.length)
  for (const item of agenda) settle(item)

  function settle(item: ReadItem, above: Coverage | null = null, textAbove = "") {
    const said = own(item) ?? inside(item, textAbove) ?? told(item) ?? inPassing(item)
    const childrenHeaded = item.children.some((child) => isHeaded(child))
    const heir = said ?? above
    const text = texts.get(item.label) ?? textAbove
    for (const child of item.children) settle(child, childrenHeaded ? null : heir, text)
    if (said) set(item, said, "read")
    else if (above) set(item, above, "inferred")
    else if (item.children.length > 0) set(item, fromChildren(item), "inferred")
    // The agenda itself may have told, in a column of its own.
    else if (item.coverageHow !== "read") set(item, "not-recorded", "inferred")
  }

  /** "Fees: no update." within the text of the item above says so of the item "Fees". */
  function inside(item: ReadItem, text: string): Coverage | null {
    const title = plainCase(item.title)
    if (text === "" || title.length < 3) return null
    const said = plainCase(text.slice(0, 4000))
    const at = said.search(new RegExp(`(?:^|[.;\\n]\\s*|\\s)${escaped(title)}\\s?:\\s`))
    if (at < 0) return insideSentence(item, text)
    const behind = said.slice(said.indexOf(":", at) + 1)
    return coverageOf(/^[^.;\n]*/.exec(behind)?.[0] ?? "")
  }

  /** "On the pay of the keeper there was nothing new." within the text of the item above. */
  function insideSentence(item: ReadItem, text: string): Coverage | null {
    for (const { from, to } of findSentences(text.slice(0, 4000))) {
      const sentence = text.slice(from, to)
      const front = INTRODUCED.exec(sentence.slice(0, 120))?.[0]
      const became = BARE.test(sentence) && sentence.length <= 160 ? coverageOf(sentence) : null
      // "There was no update from the working group on finance."
      if ((became === "no-update" || became === "not-reached") && namesAll(sentence, item.title))
        return became
      if (!front) continue
      const { share } = containment(item.title, front)
      if (share >= 0.5 && share * contentWords(item.title).length >= 1.9)
        return coverageOf(sentence)
    }
    return null
  }

  function isHeaded(item: ReadItem): boolean {
    return headed.has(item.label) || item.children.some(isHeaded)
  }

  function own(item: ReadItem): Coverage | null {
    const shared = merged.get(item.label)
    const text = withoutTitle(texts.get(item.label) ?? "", item.title)
    if (!shared && endsMeeting(item.title, text)) return "discussed"
    if (!shared)
      return saysPutOff(text, running.has(item.label)) || endsPutOff(text, item.title)
        ? "not-reached"
        : coverageOf(byNoName(text, item.title))
    const covered = coverageOf(shared.text)
    if (shared.section.running || covered === null || ALL_ALIKE.test(shared.text)) return covered
    if (spelled.has(item.label)) return covered
    const anyNamed = shared.section.items.some((label) => names(shared.text, label))
    return !anyNamed || names(shared.text, item.label) ? covered : null
  }

  function names(text: string, label: string): boolean {
    const said = text.slice(0, 4000)
    if (new RegExp(`\\bitems?\\s+${escaped(label)}\\b`, "i").test(said)) return true
    return containment(titleOf(label), said).share >= 0.4
  }

  function titleOf(label: string): string {
    return find(agenda, label)?.title ?? ""
  }
}

/**
 * What sentences that stand elsewhere say of an item: "agreed to shorten it (item 2(a))", "the
 * remaining item (mailing list) was carried forward".
 */
function toldElsewhere(texts: readonly string[]): (item: ReadItem) => Coverage | null {
  const named = new Map<string, Coverage>()
  const putOff: string[] = []
  const sentences = texts.flatMap((text) =>
    findSentences(text.slice(0, 4000)).map(({ from, to }) =>
      text.slice(from, Math.min(to, from + 600)),
    ),
  )
  for (const sentence of sentences.slice(0, MOST_LOOSE)) {
    const late = isPutOff(sentence)
    const [, label = ""] = /\(item\s(\d{1,2}(?:\.\d{1,2})?\s?\(?[a-z]?\)?)\)/i.exec(sentence) ?? []
    if (label) named.set(bareLabel(label), late ? "not-reached" : "discussed")
    const dropped = DROPPED.exec(sentence)?.[1]
    if (dropped) named.set(bareLabel(dropped), "not-reached")
    const waiting = late ? REFERRED.exec(sentence.slice(0, 200)) : null
    const other = bareLabel(waiting?.[1] ?? waiting?.[2] ?? "")
    if (other && !named.has(other)) named.set(other, "not-reached")
    if (late) putOff.push(plainCase(sentence))
  }
  return ({ label, title, children }) => {
    const plain = plainCase(title)
    const words = contentWords(title).length
    const isNamed = (sentence: string) =>
      (/\bremaining\b/.test(sentence) && plain.length > 3 && sentence.includes(plain)) ||
      (words > 1 &&
        children.length === 0 &&
        containment(title, sentence).share * words >= Math.max(1.9, words * 0.6))
    if (putOff.some(isNamed)) return "not-reached"
    return named.get(bareLabel(label)) ?? null
  }
}

/** "before item 3 could be opened", "Point (d) was left for the next meeting", "E was held over": the one that waits. */
const REFERRED =
  /\b(?:[Ii]tem|[Pp]oint|[Tt]opic)\s\(?(\d{1,2}(?:\.\d{1,2})?|[a-h](?=\))|[A-H]|[IVX]{1,5})(?![\p{L}\d])|^([A-H]) (?:was|is) /u

/** "Item 9 was withdrawn", "with item 4(b) taken off": told where the agenda is settled. */
const DROPPED =
  /\bitems?\s(\d{1,2}(?:\.\d{1,2})?\s?\(?[a-z]?\)?)(?=\s)\s(?:(?:was|is|being|having been|had been|would be|be)\s)?(?:not (?:be )?(?:reached|taken|taken up|discussed|considered|opened|treated)|withdrawn|removed|dropped|deleted|struck(?: (?:out|off))?|taken (?:off|out)|postponed|deferred|left out|put off|held over)\b/i

const bareLabel = (label: string) => label.toLowerCase().replace(/[^a-z\d]/g, "")

/** What such an item is called. */
const CALLS_ROLL =
  /\b(?:roll|attend|present|particip|apolog|regret|quorum|call to order|opening|welcome|introduc|members|delegat|asist|appel|anwesen)/i

/** The items below whose heading a list of people stands: those were there, so it was dealt with. */
export function itemsWithLists(
  placed: readonly PlacedLine[],
  assigned: ReadonlyMap<Line, Assigned>,
): string[] {
  let headed: string | null = null
  let title = ""
  return placed.flatMap(({ line, part, head }) => {
    const [item, above] = [headed, title]
    if (part === "discussion") {
      const where = assigned.get(line)
      headed = where && where.heading > 0 ? where.item : null
      title = line.words.text.slice(0, 200)
    }
    const listed = head !== null && /^(?:participants|regrets)$/.test(part)
    // "8. Dates" above "Next meeting: …" says when that is.
    const dated = head === "next" && isAboutMeetings(above)
    return item !== null && (dated || (listed && CALLS_ROLL.test(above))) ? [item] : []
  })
}

/** Whether all the words of a title stand in a sentence that is not much longer. */
const namesAll = (sentence: string, title: string) =>
  title.length >= 4 && containment(title, sentence).share === 1

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")
}

/** "There being no further business, the meeting was adjourned" under "Adjournment": what was to be done there. */
function endsMeeting(title: string, text: string): boolean {
  const closes = /^(?:motion to )?(?:adjourn|clos(?:e|ing|ure)\b|end of|conclusion)/i.test(title)
  return (
    closes &&
    /\b(?:adjourn(?:ed|s)?|closed?|concluded|ended|thanked)\b/i.test(text.slice(0, 400)) &&
    !/\b(?:item|matter|point|discussion) (?:was|is) adjourned\b/i.test(text.slice(0, 400))
  )
}

/** Whether an item is on the meetings to come, so that the date of the next belongs to it. */
export function isAboutMeetings(title: string): boolean {
  return /\b(?:meetings?|calls?|sessions?|schedule|dates?|calendar|closing|closure)\b/i.test(title)
}

function set(item: ReadItem, coverage: Coverage, how: "read" | "inferred") {
  item.coverage = coverage
  item.coverageHow = how
}

/** A parent without text of its own has the coverage of the children that have one. */
function fromChildren(item: ReadItem): Coverage {
  const kinds = new Set(item.children.map((child) => child.coverage))
  if (kinds.has("discussed") || (kinds.has("no-update") && kinds.has("not-reached")))
    return "discussed"
  if (kinds.has("no-update")) return "no-update"
  return kinds.has("not-reached") ? "not-reached" : "not-recorded"
}

function find(items: readonly ReadItem[], label: string): ReadItem | null {
  for (const item of items) {
    const found = item.label === label ? item : find(item.children, label)
    if (found) return found
  }
  return null
}
