import { comingDay, type DateOrder } from "./calendar"
import type { FinishedBlock } from "./finished"
import type { ReadAction } from "./model"
import { findNames } from "./names"
import { findSentences } from "./sentences"
import type { Locator } from "./source"
import { findMoments } from "./starts"

const DELIVER =
  "add address advise analyse approach arrange ask assist attend book bring check circulate clarify collaborate collate collect compile complete confirm consolidate consult contact coordinate co-ordinate create define develop discuss disseminate distribute do draft edit email e-mail ensure examine explore file fill finalise finalize find follow forward gather get give help host identify incorporate inform initiate integrate invite investigate issue join launch lead liaise list look mail make map meet merge modify monitor notify open organise organize outline plan post prepare present produce propose provide publish put raise reach redraft refine remind reply report research respond resume review revise rewrite schedule seek send set share sign speak start submit suggest summarise summarize support synthesise synthesize table take talk translate try update upload verify work write"
const VERB = `(?:${DELIVER.split(" ").join("|")})`
const WILL =
  "(?:will|shall|is going to|are going to|agreed to|volunteered to|offered to|undertook to|committed to|promised to|is to|are to|was tasked to|were tasked to|was asked to|were asked to|was invited to|were invited to|is requested to|has been asked to)"
const AIDE = "(?:(?:also|then|kindly|further|jointly|together|now|soon|\\p{Ll}+ly)\\s+){0,2}"
const OFFICE =
  "(?:the\\s+|all\\s+|our\\s+)?(?:co-?chairs?|chairs?|chairperson|secretariat|rapporteurs?|volunteers|note-?takers?|scribe|moderators?|facilitators?|drafting (?:team|group)|subgroup|sub-group|task force|coordinators?|editors?|small group|hosts?)(?:\\s+of\\s+(?:the\\s+)?[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+){0,2})?"

const PROMISE = new RegExp(
  `^(?:\\s*\\([^()]{1,60}\\))?(?:,[^,.;]{2,60},)?\\s+${WILL}\\s+${AIDE}${VERB}\\b`,
  "iu",
)
const OFFICE_PROMISE = new RegExp(`\\b(${OFFICE})\\s+${WILL}\\s+${AIDE}${VERB}\\b`, "iu")
const ASKED =
  /\b(?:asked|requested|invited|encouraged|tasked|urged|charged|mandated|recalled to|reminded|instructed)\s+(?:for\s+)?$/iu
const ASKED_OFFICE = new RegExp(
  `\\b(?:asked|requested|invited|tasked|charged|mandated|instructed)\\s+(${OFFICE})\\s+to\\s+${AIDE}${VERB}\\b`,
  "iu",
)
const MARKED =
  /^(?:[#*\s]*)(?:(?:action(?: item| point)?|to[- ]?do|follow[- ]?up)(?:\s*#?\s*\d{1,3}(?:[./-]\d{1,3})?)?|a[ip]\s*#?\d{1,3})\s*[:–—]\s*/i
const TO_DO = new RegExp(`^[^.]{0,160}?\\s+to\\s+${AIDE}\\p{Ll}+`, "u")

type Meeting = { date: string; order?: DateOrder } | null

/**
 * The actions of a report: entries marked as such or with a box to tick, and sentences in which
 * somebody by name or office takes something on. `resolve` makes the whole name of a first name.
 */
export function readActions(
  blocks: readonly FinishedBlock[],
  locate: Locator,
  resolve: (name: string) => string | null,
  meeting: Meeting,
): ReadAction[] {
  const actions: ReadAction[] = []
  for (const { block, rich, under } of blocks) {
    if (!["discussion", "closing", "next"].includes(block.part) || block.kind === "heading")
      continue
    const add = (from: number, to: number, owners: string[], how: "read" | "inferred") => {
      const text = rich.text.slice(from, to).trim()
      if (!text) return
      const at = locate.span(rich, from, to)
      const due = dueOf(text, meeting)
      actions.push({ block: block.id, from, to, text, item: block.item, at, how, owners, due })
    }
    const text = rich.text
    const marked = MARKED.exec(text.slice(0, 80))
    const ticked = block.kind === "bullet" && block.marker?.includes("[")
    if (marked || ticked || under === "actions") {
      const from = marked?.[0].length ?? 0
      add(from, text.length, ownersInFront(text.slice(from)), "read")
    } else {
      for (const { from, to } of findSentences(text)) {
        const taken = takenOn(text.slice(from, Math.min(to, from + 1500)))
        if (taken) add(from + taken.from, to, taken.owners, "inferred")
      }
    }
  }
  return actions

  function ownersInFront(text: string): string[] {
    const at = [...text.slice(0, 400).matchAll(/@([\p{L}][\p{L}.'-]*(?:\s\p{Lu}[\p{L}'-]+)?)/gu)]
    if (at.length > 0) return at.flatMap((match) => match[1] ?? []).map(whole)
    const front = TO_DO.exec(text.slice(0, 200))?.[0] ?? /^[^:–—]{2,80}[:–—]\s/.exec(text)?.[0]
    const named = front ? findNames(front).map((name) => whole(name.name)) : []
    if (named.length > 0) return named
    const office = front ? new RegExp(`^${OFFICE}`, "iu").exec(front)?.[0] : undefined
    const brackets = /\(([^()]{2,80})\)[.\s]*$/.exec(text.slice(-120))?.[1] ?? ""
    return office ? [withoutThe(office)] : findNames(brackets).map((name) => whole(name.name))
  }

  function takenOn(sentence: string): { owners: string[]; from: number } | null {
    const names = findNames(sentence)
    for (const [index, name] of names.entries()) {
      if (name.words === 1 && !resolve(name.name)) continue
      const before = sentence.slice(Math.max(0, name.from - 24), name.from)
      const behind = sentence.slice(name.to, name.to + 200)
      const asked = ASKED.test(before) && /^\s+to\s+\p{Ll}{2,}/u.test(behind)
      if (!asked && !PROMISE.test(behind)) continue
      const owners = asked ? [name] : [...partners(sentence, names, index), name]
      const from = asked ? 0 : (owners[0] ?? name).from
      return { owners: owners.map((owner) => whole(owner.name)), from: startOf(sentence, from) }
    }
    const office = OFFICE_PROMISE.exec(sentence) ?? ASKED_OFFICE.exec(sentence)
    if (!office?.[1]) return null
    return { owners: [withoutThe(office[1])], from: startOf(sentence, office.index) }
  }

  function whole(name: string): string {
    return resolve(name) ?? name
  }
}

/** Names joined to the one at `index` by commas and "and": "Ana, Ben and Cem will …". */
function partners(
  sentence: string,
  names: readonly { name: string; from: number; to: number; words: number }[],
  index: number,
) {
  const found: (typeof names)[number][] = []
  for (let i = index; i > 0; i--) {
    const before = names[i - 1]
    const here = names[i]
    if (
      !before ||
      !here ||
      !/^(?:\s+(?:and|&)\s+|,\s+(?:and\s+)?)$/.test(sentence.slice(before.to, here.from))
    )
      break
    found.unshift(before)
  }
  return found
}

/** The whole sentence where it begins with the promise, else the clause from there on. */
function startOf(sentence: string, from: number): number {
  return /^(?:\W|the|all|our)*$/i.test(sentence.slice(0, from)) ? 0 : from
}

function withoutThe(office: string): string {
  return office.replace(/^(?:the|all|our)\s+/i, "")
}

/** The day by which something is due, where the text gives one; without a year the next such day. */
function dueOf(text: string, meeting: Meeting): string | null {
  const match =
    /\b(?:by|before|until|till|no later than|due(?: date)?:?|deadline:?|not later than)\s+(?:the\s+)?(?:end of\s+)?/gi
  for (const hit of text.matchAll(match)) {
    const start = hit.index + hit[0].length
    const [day] = findMoments(text.slice(start, start + 60), meeting?.order).days
    if (!day || day.from > 12) continue
    return day.year !== null || meeting ? comingDay(day, meeting?.date ?? "") : null
  }
  const [day] = /\((?:due\s)?[^()]{4,40}\)\s*$|\[[^\]]{4,40}\]\s*$/i.test(text.slice(-80))
    ? findMoments(text.slice(-44), meeting?.order).days
    : []
  return day?.year ? comingDay(day, meeting?.date ?? "") : null
}
