import type { CheckContext, Finding } from "@/lib/check/model"
import { labelAgenda } from "@/lib/meetings/labels"
import { checkMinutes } from "@/lib/minutes/check/check"
import { keyOf } from "@/lib/minutes/check/key"
import type { MinutesFinding } from "@/lib/minutes/check/model"
import { docText, sectionOf } from "@/lib/minutes/model"
import { nameKeyOf } from "@/lib/people/name-score"
import { nameIn } from "./answer-finding"
import type { ImportDraft } from "./draft"
import { meetingOfDraft } from "./draft-meeting"
import { putRight } from "./put-right"

/** What links led to is asked when a page is read, and what the rest of the group says of a number too. */
const ASKED_LATER: ReadonlySet<string> = new Set(["dead-link", "number-duplicate", "number-gap"])

/**
 * Looks at a draft again after somebody typed in it: the findings that are no longer there are settled, and
 * errors and warnings that were not there before are found. What was only pressed is settled by the press.
 * `findings` are those of the file; new ones stand behind them, so that places in the list stay.
 */
export function lookAgain(
  before: ImportDraft,
  typed: ImportDraft,
  findings: readonly Finding[],
  context: CheckContext,
): { settled: number[]; left: number[]; findings: Finding[] } {
  const was = checked(before, context)
  const is = checked(typed, context)
  const gone = new Set([...was.keys()].filter((key) => !is.has(key)))
  const rules = new Set([...is.values()].map(({ rule }) => rule))
  const put = findings.flatMap((finding, place) =>
    (gone.has(keyOf(finding)) && !isOverwritten(finding, before, typed)) ||
    isPutRight(finding, before, typed, rules)
      ? [place]
      : [],
  )
  // What was put right and is typed wrong again is open again; what was left as it is stands as it stood.
  const had = new Set([...was.values()].map(({ rule }) => rule))
  const back = new Set(
    findings.flatMap((finding, place) => {
      const key = keyOf(finding)
      const isNew = is.has(key) && !was.has(key)
      return isNew || comesBack(finding, before, typed, { had, rules }) ? [place] : []
    }),
  )
  const known = new Set(findings.map(keyOf))
  const fresh = [...is].flatMap(([key, finding]) =>
    was.has(key) || known.has(key) || finding.severity === "note"
      ? []
      : [withoutPlace(finding, typed)],
  )
  return {
    settled: [...new Set([...typed.settled.filter((place) => !back.has(place)), ...put])],
    left: typed.left.filter((place) => !back.has(place) && !put.includes(place)),
    findings: [...findings, ...fresh],
  }
}

function checked(draft: ImportDraft, context: CheckContext): Map<string, MinutesFinding> {
  const found = checkMinutes(meetingOfDraft(draft), draft.text, context)
  return new Map(
    found.flatMap((finding) =>
      ASKED_LATER.has(finding.rule) ? [] : [[finding.key, finding] as const],
    ),
  )
}

/** A finding of minutes as one of an import: it stands in the draft and not in the source, under the number that the source gives the item. */
function withoutPlace(
  { key: _key, where: _where, ...finding }: MinutesFinding,
  draft: ImportDraft,
): Finding {
  const item = labelAgenda(draft.agenda).find(({ label }) => label === finding.place.item)
  return { ...finding, place: { line: null, from: null, to: null, item: item?.printed ?? null } }
}

/** Whether what was typed settles a finding; `rules` still find something in the draft as it is now. */
function isPutRight(
  finding: Finding,
  before: ImportDraft,
  typed: ImportDraft,
  rules: ReadonlySet<string>,
): boolean {
  const { rule, values } = finding
  const name = nameKeyOf(nameIn(values))
  const became = (holds: (draft: ImportDraft) => boolean) => !holds(before) && holds(typed)
  switch (rule) {
    case "number-missing":
    case "number-mismatch":
      return typed.number !== null && typed.number !== before.number
    case "start-missing":
    case "zone-missing":
      return typed.startsAt !== null && hasOtherStart(before, typed)
    case "date-mismatch":
    case "time-mismatch":
    case "weekday-mismatch":
      return (hasOtherStart(before, typed) && !rules.has(rule)) || isGone(finding, before, typed)
    case "next-meeting-undated":
      return typed.nextMeeting !== before.nextMeeting && !rules.has(rule)
    case "host-not-listed":
      return became((draft) => timesListed(draft, name) > 0 || !holdsOffice(draft, name))
    case "speaker-not-listed":
      return became((draft) => timesListed(draft, name) > 0)
    case "duplicate-participant":
      return became((draft) => timesListed(draft, name) < 2)
    case "list-truncated":
      return became((draft) => timesListed(draft, name) === 0)
    case "heading-differs": {
      const printed = String(values.printed ?? "")
      return became((draft) => !textOf(draft).includes(printed))
    }
    default:
      return isGone(finding, before, typed)
  }
}

const hasOtherStart = (before: ImportDraft, typed: ImportDraft) =>
  before.startsAt !== typed.startsAt || before.zone !== typed.zone || before.day !== typed.day

/** Whether a finding that is told by its rule, or by a value that is missing, is there again. */
function comesBack(
  { rule }: Finding,
  before: ImportDraft,
  typed: ImportDraft,
  { had, rules }: { had: ReadonlySet<string>; rules: ReadonlySet<string> },
): boolean {
  switch (rule) {
    case "number-missing":
      return before.number !== null && typed.number === null
    case "start-missing":
      return before.startsAt !== null && typed.startsAt === null
    case "date-mismatch":
    case "time-mismatch":
    case "weekday-mismatch":
    case "next-meeting-undated":
      return !had.has(rule) && rules.has(rule)
    default:
      return false
  }
}

/** Whether the words that a finding speaks of stood in the draft, and do not any more. */
function isGone(finding: Finding, before: ImportDraft, typed: ImportDraft): boolean {
  const stands = (draft: ImportDraft) =>
    putRight(draft, { ...finding, replacement: finding.replacement ?? "" }) !== null
  return stands(before) && !stands(typed)
}

/** A task that stood in what is said of the next meeting is not written down by giving the day there instead. */
function isOverwritten(
  { rule, values }: Finding,
  { nextMeeting }: ImportDraft,
  typed: ImportDraft,
): boolean {
  const words = String(values.text ?? "").replace(/…$/, "")
  return (
    rule === "action-unmarked" && nextMeeting.includes(words) && !typed.nextMeeting.includes(words)
  )
}

function timesListed({ present, written }: ImportDraft, key: string): number {
  return [...present, ...written].filter(({ name, aliases }) =>
    [name, ...aliases].some((each) => nameKeyOf(each) === key),
  ).length
}

const holdsOffice = ({ hosts, moderators, chairs }: ImportDraft, key: string) =>
  [...hosts, ...moderators, ...chairs].some((name) => nameKeyOf(name) === key)

const textOf = ({ text }: ImportDraft) =>
  text.order.map((id) => docText(sectionOf(text, id))).join("\n")
