import type { Finding } from "@/lib/check/model"
import { shortened } from "@/lib/check/shortened"
import {
  blockText,
  CLOSING,
  docText,
  emptyDoc,
  type SectionDoc,
  sectionOf,
} from "@/lib/minutes/model"
import { longDayText } from "@/lib/platform/dates"
import type { Locale } from "@/lib/platform/locales"
import type { ImportDraft } from "./draft"
import { type MakeBlock, markPassage } from "./mark-passage"
import { putRight, withoutLink } from "./put-right"
import { renamed } from "./renamed"
import type { Passage, StoredReading } from "./stored"

/** What one press can do about a finding, and the value that it puts in; null when only a person can settle it. */
export type Fix = {
  name:
    | "addPerson"
    | "dropTwice"
    | "markDecision"
    | "markAction"
    | "useAgenda"
    | "useName"
    | "useDay"
    | "useNumber"
    | "fullName"
    | "replace"
    | "remove"
    | "unlink"
  /** A name, a number, words of the text, or an instant in ISO. */
  value: string
} | null

/**
 * What can be done about a finding. With `draft` at hand, words that do not stand in it (any more) are not
 * offered to be replaced.
 */
export function fixFor(finding: Finding, draft?: ImportDraft): Fix {
  const { rule, fix: value = "" } = finding
  switch (rule) {
    case "host-not-listed":
    case "speaker-not-listed":
      return { name: "addPerson", value }
    case "duplicate-participant":
      return { name: "dropTwice", value }
    case "decision-unmarked":
      return { name: "markDecision", value }
    case "action-unmarked":
      return { name: "markAction", value }
    case "heading-differs":
      return { name: "useAgenda", value }
    case "name-variant":
      return { name: "useName", value }
    case "next-meeting-undated":
      return value ? { name: "useDay", value } : null
    case "number-duplicate":
      return value ? { name: "useNumber", value } : null
    case "list-truncated":
      return value ? { name: "fullName", value } : replacementOf(finding, draft)
    case "personal-data":
      if (finding.words) return replacementOf(finding, draft)
      // Neither the words nor the link stand there any more.
      if (finding.values.href === undefined) return null
      return { name: "unlink", value: String(finding.values.href) }
    // The number that the order of time proposes stands beside the finding; see `proposedNumber`.
    case "number-missing":
      return null
    // The numbers of a report stay as they were printed; the one that counts is a value of its own.
    case "number-mismatch":
      return null
    default:
      return replacementOf(finding, draft)
  }
}

/** The number that was counted by the order of time for a report that prints none; else null. */
export function proposedNumber({ rule }: Finding, { settled }: StoredReading): number | null {
  if (rule !== "number-missing" || settled?.reason?.kind !== "counted") return null
  return settled.reason.number
}

function replacementOf(finding: Finding, draft: ImportDraft | undefined): Fix {
  const { replacement } = finding
  if (replacement === undefined || (draft && !putRight(draft, finding))) return null
  return replacement === ""
    ? { name: "remove", value: namedWords(finding) }
    : { name: "replace", value: shortened(replacement) }
}

/** What a button that takes words away can name: a few characters, and none that nobody should read. */
function namedWords({ rule, words }: Finding): string {
  const there = words?.there ?? ""
  return rule === "personal-data" || there.length > 12 ? "" : there
}

/**
 * Does what was pressed beside a finding: `3` carries out the fix of the third finding (from 0), `3:leave`
 * leaves things as they are. Either way the finding is settled. What is not understood changes nothing.
 */
export function applyFix(
  draft: ImportDraft,
  reading: StoredReading,
  pressed: string,
  language: Locale = "en",
): ImportDraft {
  const [, place = "", leave] = /^(\d{1,4})(:leave)?$/.exec(pressed) ?? []
  const finding = reading.findings[Number(place)]
  if (place === "" || !finding) return draft
  // A proposed number is taken by the press that says which one was read: it may be another by now.
  if (!leave && finding.rule === "number-missing") return draft
  const answered = leave ? [Number(place)] : answeredBy(reading, finding, Number(place))
  const settled = [...new Set([...draft.settled, ...answered])]
  if (leave) return { ...draft, settled, left: [...new Set([...draft.left, ...answered])] }
  const left = draft.left.filter((at) => !answered.includes(at))
  return carryOut({ ...draft, settled, left }, reading, finding, language)
}

/** Who is added to the list is no longer missing as host or as speaker either. */
function answeredBy(reading: StoredReading, { rule, values }: Finding, place: number): number[] {
  const missing = /^(?:host|speaker)-not-listed$/
  if (!missing.test(rule)) return [place]
  return reading.findings.flatMap((other, at) =>
    missing.test(other.rule) && other.values.name === values.name ? [at] : [],
  )
}

function carryOut(
  draft: ImportDraft,
  reading: StoredReading,
  finding: Finding,
  language: Locale,
): ImportDraft {
  const name = String(finding.values.name ?? "")
  const fix = fixFor(finding)
  switch (fix?.name) {
    case "addPerson":
      if (draft.present.some((person) => person.name === name)) return draft
      return { ...draft, present: [...draft.present, { name, capacity: "", aliases: [] }] }
    case "dropTwice": {
      const first = draft.present.findIndex((person) => person.name === name)
      return {
        ...draft,
        present: draft.present.filter((person, at) => person.name !== name || at === first),
      }
    }
    case "markDecision":
    case "markAction": {
      const passage = reading.passages.find(
        ({ rule, from }) => rule === finding.rule && from === finding.place.from,
      )
      if (!passage) return draft
      const id = sectionOfFinding(draft, finding, passage.text)
      return inSection(draft, id, (content) => markPassage(content, passage.text, makerOf(passage)))
    }
    case "useAgenda": {
      const printed = String(finding.values.printed ?? "")
      return inSection(draft, sectionOfFinding(draft, finding, printed), (content) => {
        const at = content.findIndex(
          (block) => block.type === "paragraph" && blockText(block).endsWith(printed),
        )
        return content.filter((_, place) => place !== at)
      })
    }
    case "useName":
      return renamed(draft, name, fix.value)
    case "useDay":
      return { ...draft, nextMeeting: withDay(draft.nextMeeting, new Date(fix.value), language) }
    case "useNumber":
      return { ...draft, number: Number(fix.value) }
    case "fullName":
      return { ...draft, present: completed(draft.present, String(finding.values.text), fix.value) }
    case "replace":
    case "remove":
      return putRight(draft, finding) ?? draft
    case "unlink":
      return withoutLink(draft, fix.value) ?? draft
    default:
      return draft
  }
}

/** A day behind the words that announce a meeting. Its hour is nobody's to say but theirs. */
export function withDay(words: string, day: Date, language: Locale): string {
  return `${words} (${longDayText(day, language)})`.trim()
}

/** The whole name in the place of one that was cut off, unless it stands in the list already. */
function completed(people: ImportDraft["present"], cut: string, whole: string) {
  const isListed = people.some(({ name }) => name === whole)
  return people.flatMap((person) => {
    if (person.name !== cut) return [person]
    return isListed ? [] : [{ ...person, name: whole }]
  })
}

type Content = ReturnType<typeof sectionOf>["content"]

/** The section of the item that a finding names, else the one that holds the words, else the last. */
function sectionOfFinding(draft: ImportDraft, { place }: Finding, words: string): string {
  const item = draft.agenda.find(({ printed }) => printed === place.item)
  const holds = (id: string) => docText(sectionOf(draft.text, id)).includes(words)
  return item?.id ?? draft.text.order.find(holds) ?? CLOSING
}

function inSection(
  draft: ImportDraft,
  id: string,
  change: (content: Content) => Content,
): ImportDraft {
  const content = change(sectionOf(draft.text, id).content)
  const doc: SectionDoc = {
    type: "doc",
    content: content.length > 0 ? content : emptyDoc().content,
  }
  return { ...draft, text: { ...draft.text, sections: { ...draft.text.sections, [id]: doc } } }
}

function makerOf({ rule, owners, due }: Passage): MakeBlock {
  const id = crypto.randomUUID()
  return (words) =>
    rule === "decision-unmarked"
      ? { type: "decision", attrs: { id }, content: [words] }
      : {
          type: "action",
          attrs: { id, owners: owners.map((name) => ({ personId: null, name })), due },
          content: [words],
        }
}
