import { flatItems } from "./agenda/agenda"
import { closeLast } from "./closing"
import { isAboutMeetings, itemsWithLists, settleCoverage } from "./coverage/coverage"
import { looseTexts, textsByItem } from "./coverage/item-texts"
import { outcomesInTables } from "./coverage/table-outcomes"
import { readDecisions, withoutTasks } from "./decisions/decisions"
import { everybodyOf } from "./everybody"
import { readNumbers, settleNumber } from "./head/numbers"
import { readTitle } from "./head/titles"
import { titlesBelow } from "./head/titles-below"
import { isTitleOfReport, likelihoodOf, namesMeeting, tellsOfMeeting } from "./likelihood"
import { buildDrafts, finishDraft } from "./lines/blocks"
import { announcesNext } from "./lines/landmarks"
import { readLines } from "./lines/lines"
import type { ReadReport } from "./model"
import { nameInFull } from "./offices/named-in-full"
import { readOffices } from "./offices/offices"
import { courtesyOf } from "./people/courtesy"
import { nameHolders, readLegend } from "./people/legend"
import { readAllLists } from "./roll/all-lists"
import { comeAgain } from "./roll/come-again"
import { leadsIn } from "./roll/leads-to-people"
import {
  addOfficers,
  isBehindLabel,
  isBesideList,
  namesOthers,
  officersBetween,
  officersOf,
} from "./roll/led-beside"
import { readPromise } from "./roll/promises"
import { completeLed, completeNames } from "./roll/roll-names"
import { withoutAbsent } from "./speech/absent"
import { onceEach, readMentions } from "./speech/mentions"
import { structureOf } from "./structure/structure"
import { readActions } from "./tasks/actions"
import type { FinishedBlock } from "./text/finished"
import { readLinks } from "./text/links"
import { ARROW_IN_FRONT } from "./text/shape"
import { Locator, splitLines } from "./text/source"
import { findStrays } from "./text/strays"
import { tally, textsOf } from "./text/tally"
import { dateOrderOf } from "./times/calendar"
import { isOnlyNextMeeting, readNextMeeting } from "./times/next-meeting"
import { readStart } from "./times/start-of-report"
import { understand } from "./understood"

/** Lines that are looked at as the title block; what is longer is no title. */
const LONGEST_TITLE = 40
/** Those who led sign in one of so many paragraphs at the end. */
const LONGEST_SIGNATURE = 6

/**
 * Reads the report of a meeting: every value with its place in `text`, and all the words of the
 * text as blocks in their order. Takes any text at all, in time linear in its length; how much the
 * text is a report is for the caller to judge by `likelihood`.
 */
export function readReport(text: string, file: string): ReadReport {
  const cut = splitLines(text)
  const locate = new Locator(cut)
  const { placed, agenda, isListed, discussion } = structureOf(readLines(text, cut), locate)
  const drafts = buildDrafts(placed, discussion.assigned)
  const finished: FinishedBlock[] = drafts.map((draft) => ({
    ...finishDraft(draft),
    under: draft.under,
    head: draft.head,
    arrow: ARROW_IN_FRONT.test(draft.lines[0]?.whole.text.slice(0, 10) ?? ""),
    margin: draft.lines[0]?.margin === true,
    close: draft.lines[0]?.gap === false,
  }))
  for (const { block } of finished) {
    if (block.part !== "discussion" || !isOnlyNextMeeting(block.text)) continue
    const title = flatItems(agenda).find(({ label }) => label === block.item)?.title ?? ""
    if (!isAboutMeetings(title)) block.item = null
  }

  closeLast(finished)

  const title = finished
    .filter(({ block }) => block.part === "title")
    .map(({ rich }) => rich)
    .slice(0, LONGEST_TITLE)
  const opened = finished
    .filter((each) => each.block.part === "opening" || leadsIn(each))
    .map(({ rich }) => rich)
  const later = finished
    .filter(
      ({ block, under, head }) =>
        block.part === "discussion" && block.kind !== "heading" && under !== "actions" && !head,
    )
    .slice(0, 8)
    .map(({ rich }) => rich)
  // A report whose paragraphs are numbered from the first opens with them.
  const opening = opened.length > 0 ? opened : later.slice(0, 3)
  const numbers = readNumbers(
    [
      ...[...title, ...titlesBelow(finished)].map((rich) => ({ rich, where: "title" as const })),
      ...opening.slice(0, 6).map((rich) => ({ rich, where: "text" as const })),
    ],
    locate,
  )
  const order = dateOrderOf(text) ?? undefined
  const { starts, start } = readStart({ title, opening, finished, order }, locate)
  const running = finished
    .filter(({ block }) => /^(?:opening|discussion)$/.test(block.part) && block.kind !== "heading")
    .map(({ rich }) => rich)
  const legend = readLegend(finished.map(({ rich }) => rich.text))
  const lists = readAllLists({ placed, finished, running, legend }, locate)
  const listed = [...lists.participants, ...lists.regrets]
  const written = listed.map(({ name }) => name)
  const withoutCourtesy = courtesyOf(text, written)
  for (const each of listed) each.name = withoutCourtesy(each.name)
  const roll = finished.filter(({ block }) => block.part === "participants").map(({ rich }) => rich)
  const signed = finished
    .slice(-LONGEST_SIGNATURE)
    .filter(({ block }) => !/^(?:title|opening|participants|regrets)$/.test(block.part))
    .map(({ rich }) => rich)
  const offices = readOffices(
    { front: title, opening, later, listed: lists.participants, roll, running, signed },
    locate,
  )
  nameHolders(offices, legend)
  const led = [...offices.hosts, ...offices.moderators, ...offices.scribes]
  for (const each of led) each.value = withoutCourtesy(each.value)
  completeNames(lists.participants, led)
  completeLed(led, listed)
  addOfficers(lists, [
    ...officersBetween(placed, locate),
    ...officersOf(offices).filter(
      ({ at }) =>
        namesOthers(placed) ||
        // Who led is there where a sentence tells it beside those who came.
        (lists.participants.length > 1 &&
          (isBesideList(text, lists.heading, at) || isBehindLabel(text, at))),
    ),
  ])
  for (const each of lists.participants) each.name = withoutCourtesy(each.name)
  const aliases = [
    ...offices.aliases,
    ...lists.participants.flatMap(({ name, at, aliases: all }) =>
      all.map((alias) => ({ name, alias, at })),
    ),
  ]
  const who = everybodyOf({
    lists,
    offices,
    aliases,
    written,
    told: [...title, ...roll, ...opening, ...running.slice(0, 4)],
    finished,
  })
  const spoken = withoutAbsent(readMentions(finished, who, locate), lists, ({ name }) => name)
  nameInFull(
    offices,
    who,
    finished.map(({ rich }) => rich.text),
  )
  // "Ana took the chair, since the chair, Ben Okoro, had sent word".
  const leading = withoutAbsent(offices.moderators, lists, ({ value }) => value)
  if (leading.length > 0) offices.moderators = leading

  const texts = textsByItem(finished)
  for (const label of itemsWithLists(placed, discussion.assigned))
    texts.set(label, `${texts.get(label) ?? ""}People were listed.\n`)
  for (const [label, said] of outcomesInTables(placed, flatItems(agenda)))
    texts.set(label, `${texts.get(label) ?? ""}${said}\n`)
  const startsAt = start?.value ?? null
  const nextMeeting = readNextMeeting(finished, startsAt, locate, agenda)
  for (const { label, title } of flatItems(agenda))
    if (nextMeeting && !texts.has(label) && announcesNext(title)) texts.set(label, nextMeeting.text)
  settleCoverage(agenda, discussion.sections, texts, looseTexts(finished), discussion.spelled)

  const decided = readDecisions(finished, locate)
  const actions = readActions(finished, locate, who, {
    meeting: startsAt?.date ?? null,
    next:
      nextMeeting?.when?.date ??
      (nextMeeting?.startsAt ?? nextMeeting?.suggestion)?.slice(0, 10) ??
      null,
    ...(order && { order }),
  })
  const decisions = withoutTasks(decided, actions)
  const mentions = onceEach(spoken, actions)
  const { title: name, from: titleLines } = readTitle(title, locate)
  const officeSpans = [...offices.hosts, ...offices.moderators].flatMap(({ at }) => at ?? [])
  understand(finished, { front: title, titleLines, officeSpans, nextMeeting, left: lists.left })
  const blocks = finished.map(({ block }) => block)
  return {
    schema: 1,
    file,
    title: name,
    numbers: { printed: numbers, canonical: settleNumber(numbers) },
    starts: starts.filter((each) => each !== null),
    start,
    hosts: offices.hosts,
    moderators: offices.moderators,
    scribes: offices.scribes,
    agenda,
    headings: discussion.headings,
    sections: discussion.sections,
    participants: lists.participants,
    regrets: lists.regrets,
    participantsHeading: lists.heading,
    participantsPromise: readPromise(opening, locate),
    mentions,
    decisions,
    actions,
    nextMeeting,
    links: readLinks(finished, locate),
    strays: findStrays(finished, locate),
    paragraphs: finished.map(({ block, rich }) => ({
      text: rich.text,
      part: block.part,
      item: block.item,
      heading: block.kind === "heading",
      entry: block.kind === "bullet" || block.kind === "ordered" ? block.depth : null,
      place: (from, to) => locate.span(rich, from, to),
    })),
    aliases,
    blocks,
    words: tally(
      text,
      blocks.flatMap((block) => [...textsOf(block)]),
    ),
    likelihood: likelihoodOf({
      titled: title.some(
        ({ text: line }) => isTitleOfReport(line) || (start !== null && namesMeeting(line)),
      ),
      numbered: numbers.length > 0,
      dated: start !== null,
      held: [...opening, ...running.slice(0, 4)].some((rich) => tellsOfMeeting(rich.text)),
      led: offices.hosts.length + offices.moderators.length > 0,
      noted: offices.scribes.length > 0,
      agenda: isListed,
      sections: discussion.sections.length,
      participants: lists.participants.length,
      nextMeeting: nextMeeting !== null,
      outcomes: Number(decisions.length > 0) + Number(actions.length > 0),
      regrets: lists.regrets.length > 0,
      again: comeAgain(finished),
      items: agenda.map(({ title: item }) => item),
      speakers: mentions.filter(({ speaks }) => speaks).length,
    }),
  }
}
