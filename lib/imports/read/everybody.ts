import { officesInRows } from "./offices/offices-in-rows"
import { findToldOffices } from "./offices/told-offices"
import type { Offices } from "./offices/who-held"
import { isRole } from "./people/entry"
import { initialsTold, nicknames, shortNames } from "./people/initials"
import { learnCapacities } from "./people/learn-capacities"
import { findNames } from "./people/names"
import { namesByDeeds, smallWords } from "./people/names-by-deeds"
import { smallNames } from "./people/small-names"
import { Who } from "./people/who"
import { writerOf } from "./people/writer"
import type { Lists } from "./roll/participants"
import type { FinishedBlock } from "./text/finished"

/** So much of a paragraph is searched for the whole names behind first names. */
const LONGEST_PARAGRAPH = 5000
/** And so much of one at the beginning for who holds which office. */
const LONGEST_OPENING = 3000

type Known = {
  lists: Lists
  offices: Offices
  aliases: readonly { name: string; alias: string }[]
  /** The names of its lists as they are written there, with what people are addressed by. */
  written: readonly string[]
  /** Where a report tells who is what. */
  told: readonly { text: string }[]
  finished: readonly FinishedBlock[]
}

/** Everybody whom a report names whole, by all that it tells of them: their initials, offices, houses and other names. */
export function everybodyOf({ lists, offices, aliases, written, told, finished }: Known): Who {
  const { participants, regrets } = lists
  const officers = [...offices.hosts, ...offices.moderators].map(({ value }) => value)
  const named = [
    ...[...participants, ...regrets].map(({ name }) => name),
    ...officers.filter((name) => name.includes(" ")),
  ]
  const who = new Who(named, [...aliases, ...shortNames([...participants, ...regrets])])
  for (const { name, alias } of nicknames(participants)) who.calls(name, alias)
  who.learnTitles(written)
  // Beside somebody who is away may stand why: only an office is one of theirs.
  const officersAway = regrets.filter(({ capacity }) => isRole(capacity))
  learnCapacities(who, [...participants, ...officersAway])
  for (const { name, affiliation } of participants) who.isFrom(name, affiliation)
  for (const { text } of told)
    for (const { name, office } of findToldOffices(text.slice(0, LONGEST_OPENING)))
      who.holds(who.whole(name) ?? name, office)
  for (const { name, office } of officesInRows(told.map(({ text }) => text)))
    who.holds(who.whole(name) ?? name, office)
  for (const { name, office } of offices.held) who.holds(who.whole(name) ?? name, office)
  if (offices.chair) who.holds(who.whole(offices.chair) ?? offices.chair, "Chair")
  const said = finished.map(({ rich }) => rich.text)
  meetInText(who, named, said)
  const scribes = offices.scribes.map(({ value }) => value)
  who.writer = writerOf(said, scribes, who)
  return who
}

/** Those who stand in no list and are named whole in the text. */
function meetInText(who: Who, named: readonly string[], said: readonly string[]): void {
  const written = said
    .flatMap((text) => findNames(text.slice(0, LONGEST_PARAGRAPH)))
    .filter(({ words }) => words > 1)
    .map(({ name }) => name)
  // "chair & P Ruthanne Doyle": the letter belongs to what stands in front.
  for (const name of written) who.meet(name.replace(/^\p{Lu} (?=\p{Lu}\p{Ll}+ \p{Lu})/u, ""))
  for (const { name, alias } of smallNames(named, said)) who.calls(name, alias)
  for (const { name, alias } of initialsTold(said)) who.calls(who.whole(name) ?? name, alias)
  who.learnWords(smallWords(said))
  for (const text of said) who.meetTitled(text.slice(0, LONGEST_PARAGRAPH))
  if (!who.isComplete) for (const name of namesByDeeds(said, who)) who.isCalled(name)
  who.learnTitles(written)
}
