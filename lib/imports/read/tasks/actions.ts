import { markOf } from "../decisions/decision-labels"
import type { ReadAction } from "../model"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import type { Locator } from "../text/source"
import type { Days } from "../times/due-in"
import {
  amendsIn,
  amendTask,
  besideTask,
  onlyOwners,
  ownersBehind,
  taskAbove,
  tellsState,
} from "./action-amend"
import {
  dayInWords,
  endOfTask,
  type Group,
  groupOf,
  isDeed,
  isOrder,
  jobsBelow,
  STRUCK,
  talksBelow,
} from "./action-groups"
import {
  DUE_LABEL,
  headOfList,
  headsClosed,
  isDone,
  isSignature,
  labelIn,
  NO_TASK,
  NONE,
  OWNER_LABEL,
  saysOfTasks,
  WHAT,
  wholeOf,
} from "./action-labels"
import { ActionTable } from "./action-rows"
import { type Added, actionsIn, dayAmong, othersIn } from "./action-sentences"
import { tasksAlike } from "./alike-tasks"
import { assigneeIn } from "./assignee"
import { codedRow } from "./coded-rows"
import { jobsInRow, jobsOfSeveral } from "./jobs-of-several"
import { isReviewed, tellsNoTask, ticksWhatIsDone } from "./no-task"
import { labelsOfTasks } from "./own-labels"
import { ownersOf, peopleIn } from "./owners"
import { isNumbered, rowsFrom } from "./rows-of-blocks"
import { isOnlyCoded } from "./task-codes"
import { entryOf, openTask } from "./task-entry"
import { stateOf } from "./task-state"
import { isBelowLabel, isOfOne, isToDo, MANY_TASKS } from "./to-do"
import { ToldTasks, withoutOffers } from "./told-tasks"
import { mayHoldTasks } from "./where-tasks-stand"

/**
 * The actions of a report: entries and rows marked as such or with a box to tick, and sentences in
 * which somebody by name or office takes something on. `who` tells whole names.
 */
export function readActions(
  blocks: readonly FinishedBlock[],
  locate: Locator,
  who: Who,
  days: Days,
): ReadAction[] {
  const actions: ReadAction[] = []
  const told = new ToldTasks()
  const table = new ActionTable(who, days)
  const labels = labelsOfTasks(blocks, who, days)
  const ticks = ticksWhatIsDone(blocks)
  const alike = tasksAlike(blocks, who, days)
  /** Whom or when the entries below belong to, and how deep their own label stands. */
  let group: Group | null = null
  /** What the heading above says of the tasks below it. */
  let above = saysOfTasks("")
  /** In a list below "Done:". */
  let closedList = false
  /** A label that stood alone: the entries behind it are its actions. */
  let labelled = false
  let before: FinishedBlock | null = null
  /** Below "Resolved" alone, or a heading of decisions: an entry there may be a task as well. */
  let outcomes = false
  /** Below a heading of actions that has talk below it. */
  let talks = false
  /** Whose the next action is, where that stands in front of it. */
  let coming: string[] = []

  for (const [index, each] of blocks.entries()) {
    const { block, rich, under } = each
    const { text } = rich
    if (under === "actions" && blocks[index - 1]?.under !== under)
      talks = talksBelow(blocks, index - 1, who)
    if (!mayHoldTasks(each) || block.kind === "heading") {
      table.end()
      if (block.kind === "heading") above = saysOfTasks(text)
      const label = under === "actions" ? groupOf(text, who, days) : null
      group = label && { ...label, depth: 0 }
      labelled = outcomes = false
      continue
    }
    const listed = block.kind === "bullet" || block.kind === "ordered" || block.marker !== null
    if (!listed) closedList = headsClosed(text)
    if (above.closed || closedList) continue
    if (each.margin === true) {
      const told = assigneeIn(text, who, days)
      const beside = before && block.id - before.block.id === 1 ? before : null
      if (told && beside && actions.at(-1)?.block !== beside.block.id)
        add(beside, { ...wholeOf(beside), ...told })
      else besideTask(actions.at(-1), text, who, days)
      continue
    }
    if (!/[\p{L}\d]/u.test(text) || tellsState(actions, each.block.id, text, days)) continue
    const state = stateOf(text)
    if (state?.closed && !table.isOpen) continue
    if (STRUCK.test(text) || isSignature(text) || isDone(each, above.reviews || ticks)) continue
    if (above.reviews && isReviewed(blocks, index)) continue
    const below = table.isOpen ? [] : rowsFrom(blocks, index)
    if (under !== "actions" && !table.isOpen && table.opens(text, below) === "head") continue
    const isTable = under === "actions" || table.isOpen
    const coded = codedRow(text, who, days)
    const row = coded ?? (isTable ? table.read(text, below, isNumbered(block)) : null)
    if (row === null) table.end()
    else if (row !== "skip") add(each, { ...row, how: "read" })
    const open = !row && state ? openTask(each, state, who, days) : null
    if (open) addEntry(open.entry, open.begin, [], open.due)
    if (row || open) continue
    if (!listed) outcomes = markOf(rich) === text.length
    if (under !== "actions" && group?.jobs !== true) group = null
    if (!listed && under !== "actions") group = jobsBelow(blocks, index, who)
    const decided = (outcomes || under === "decisions") && isOfOne(text, who)
    if (listed && (decided || (group?.jobs && isDeed(text)))) {
      addEntry(each)
      continue
    }
    const jobs = jobsOfSeveral(text, who, days)
    for (const job of jobs) add(each, job)
    if (jobs.length > 0) continue
    const marked = labelIn(text, who, labels, coming.length > 0) ?? headOfList(blocks, index)
    const spot = alike.get(block.id)
    const ticked = block.kind === "bullet" && block.marker?.includes("[")
    const amends = amendsIn(text, who, days)
    const pointed = each.arrow ? assigneeIn(text, who, days) : null
    const next = blocks[index + 1]?.rich.text.slice(0, 20) ?? ""
    const isOpen =
      actions.at(-1)?.owners.length === 0 && block.id - (actions.at(-1)?.block ?? 0) <= 2
    const orders = WHAT.test(next) || isOrder(next)
    const leads = amends !== null && orders && !DUE_LABEL.test(amends[0]) && !isOpen
    const parent =
      amends && !isOpen && OWNER_LABEL.test(text) && !WHAT.test(next)
        ? taskAbove(each, before, actions.at(-1))
        : null
    if (pointed && before && block.id - before.block.id === 1 && each.close)
      add(before, { ...wholeOf(before), from: 0, ...pointed })
    else if (amends && parent)
      add(parent, { ...wholeOf(parent), ...ownersBehind(text.slice(amends[0].length), who, days) })
    else if (amends && leads) coming = peopleIn(text.slice(amends[0].length), who)
    else if (amends?.[1] && actions.length > 0)
      amendTask(actions.at(-1), amends[1], text.slice(amends[0].length), who, days)
    else if (marked) {
      const named = marked[3] ?? marked[2] ?? marked[1] ?? ""
      labelled = marked[0].length >= text.trimEnd().length
      // "Action: Ana" above "Order a lamp": whose the line below it is.
      const whose = orders ? onlyOwners(text.slice(marked[0].length), who, days) : null
      if (whose) coming = whose.owners
      else if (labelled) coming = peopleIn(named, who)
      else addMarked(each, marked[0].length, named)
      labelled ||= MANY_TASKS.test(marked[0])
    } else if (coming.length > 0 && isDeed(text)) addMarked(each, 0, "")
    else if (spot || ticked) addEntry(each, spot?.begin, spot?.owners)
    else if (isToDo(blocks, index, { listed, heads: above.onActions }, who, days)) addEntry(each)
    else if (under === "actions" && !talks) addListed(each, listed)
    else if (labelled && (listed || isBelowLabel(text, who, days))) addListed(each, listed)
    else {
      labelled = false
      addSentences(each)
    }
    before = each
  }
  return withoutOffers(actions)

  function add({ block, rich, under }: FinishedBlock, added: Added) {
    const { from, to, owners, due, how } = added
    const end = from + endOfTask(rich.text.slice(from, to), days)
    const what = rich.text.slice(from, end).trim()
    if (!/\p{L}{2}/u.test(rich.text.slice(from, to)) || tellsNoTask(what, who)) return
    const said = due ?? dayInWords(rich.text, added, actions.at(-1)?.due ?? null, days)
    const day = said ?? (under === "actions" && group ? group.due : null)
    const listed = under === "actions" || above.onActions
    const place = { from, to: end, text: what, item: block.item, at: locate.span(rich, from, end) }
    const action = { ...place, block: block.id, how, owners, due: day }
    if (told.repeats(action, listed)) return
    actions.push(action)
    told.add(action, listed)
  }

  function addMarked(each: FinishedBlock, from: number, named: string) {
    const several = jobsInRow(each.rich.text, from, named, who, days)
    for (const job of several) add(each, job)
    if (several.length > 0) return
    const text = each.rich.text.slice(from)
    const owners = coming.length > 0 ? coming.splice(0) : peopleIn(named, who)
    // "Action A-31 (Ana Lind, 2018-12-01): …": the day stands beside the name.
    const day = dayAmong(named, days)
    // "Action: Otto Brandvold" says whose the sentence above it is.
    const last = before ? findSentences(before.rich.text).at(-1) : undefined
    const whose = onlyOwners(text, who, days)
    if (whose && before && last && before.block.item === each.block.item) {
      const { due, owners } = whose
      const told = actions.at(-1)
      // The sentence says so itself: "Ana is to write.        Action: Ana".
      if (told?.block === before.block.id && told.to >= last.to - 1 && told.from >= last.from - 1)
        Object.assign(told, { owners, due: told.due ?? due })
      else add(before, { ...last, owners, due, how: "inferred" })
    } else addEntry(each, from, owners, day)
  }

  function addEntry(
    each: FinishedBlock,
    begin = 0,
    named: readonly string[] = [],
    due: string | null = null,
  ) {
    const grouped = group?.owners ?? null
    add(each, entryOf(each, { begin, named, due, grouped }, who, days))
  }

  function addListed(each: FinishedBlock, listed: boolean) {
    const { block, rich } = each
    const text = rich.text
    if (NONE.test(text) || NO_TASK.test(text) || isOnlyCoded(text, who)) return
    const label = groupOf(text, who, days)
    if (label) {
      group = { ...label, depth: block.depth }
      return
    }
    if (group && listed && block.depth <= group.depth && group.depth > 0) group = null
    if (/:\s*$/.test(text.slice(-3)) && (!listed || ownersOf(text, who).length === 0)) return
    // Prose below "Next steps" tells what happens; each sentence speaks for itself.
    const speaks = ownersOf(text, who).length === 0 || othersIn(text, 0, who).length > 0
    if (!listed && speaks && findSentences(text).length > 1) addSentences(each)
    else if (block.depth === 0 || group || ownersOf(text, who).length > 0) addEntry(each)
  }

  function addSentences(each: FinishedBlock) {
    for (const found of actionsIn(each.rich.text, who, days)) add(each, found)
  }
}
