import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { groupWords } from "@/db/schema/checks"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { memberships } from "@/db/schema/members"
import { people, personAliases } from "@/db/schema/people"
import type { CheckContext } from "@/lib/check/model"
import type { LinkAnswer } from "@/lib/links/model"
import { answersOf } from "@/lib/links/queries"
import { localFields } from "./zones"

/** So many links are looked up in one query: many reports have more between them. */
const linksAtOnce = 2_000

/**
 * What the check may know around a report of a group: its other meetings that have a number, everybody
 * who is or was a member or stands in a record of a meeting, the group's own words, and what the given
 * `links` led to when they were last asked. Does not authorize.
 */
export async function checkContextFor(
  reader: Reader,
  groupId: string,
  { exceptMeeting, links = [] }: { exceptMeeting?: string; links?: readonly string[] } = {},
): Promise<CheckContext> {
  const [others, known, words, asked] = await Promise.all([
    reader
      .select({
        number: meetings.number,
        title: meetings.title,
        startsAt: meetings.startsAt,
        zone: meetings.zone,
      })
      .from(meetings)
      .where(
        and(
          eq(meetings.groupId, groupId),
          isNotNull(meetings.number),
          isNull(meetings.cancelledAt),
          exceptMeeting ? ne(meetings.id, exceptMeeting) : undefined,
        ),
      )
      .orderBy(asc(meetings.number)),
    peopleAround(reader, groupId),
    reader
      .select({ word: groupWords.word })
      .from(groupWords)
      .where(eq(groupWords.groupId, groupId))
      .orderBy(asc(groupWords.word)),
    linksAsked(reader, links),
  ])
  return {
    meetings: others.flatMap(({ number, title, startsAt, zone }) =>
      number === null
        ? []
        : [{ number, day: startsAt && localFields(startsAt, zone).day, name: title }],
    ),
    people: known,
    words: words.map(({ word }) => word),
    links: asked,
  }
}

async function peopleAround(reader: Reader, groupId: string): Promise<CheckContext["people"]> {
  const ofGroup = eq(meetings.groupId, groupId)
  const around = union(
    reader
      .select({ id: memberships.personId })
      .from(memberships)
      .where(eq(memberships.groupId, groupId)),
    reader
      .select({ id: attendance.personId })
      .from(attendance)
      .innerJoin(meetings, and(eq(meetings.id, attendance.meetingId), ofGroup)),
    reader
      .select({ id: meetingOffices.personId })
      .from(meetingOffices)
      .innerJoin(meetings, and(eq(meetings.id, meetingOffices.meetingId), ofGroup)),
  ).as("around")
  const rows = await reader
    .select({ id: people.id, name: people.name, alias: personAliases.alias })
    .from(people)
    .innerJoin(around, eq(around.id, people.id))
    .leftJoin(personAliases, eq(personAliases.personId, people.id))
    .where(isNull(people.mergedInto))
    .orderBy(asc(people.name), asc(people.id), asc(personAliases.alias))
  const known = new Map<string, { name: string; aliases: string[] }>()
  for (const { id, name, alias } of rows) {
    const person = known.get(id) ?? { name, aliases: [] }
    if (alias !== null) person.aliases.push(alias)
    known.set(id, person)
  }
  return [...known.values()]
}

async function linksAsked(
  reader: Reader,
  links: readonly string[],
): Promise<CheckContext["links"]> {
  const all = [...new Set(links)]
  const known: [string, Pick<LinkAnswer, "state" | "reason">][] = []
  for (let from = 0; from < all.length; from += linksAtOnce) {
    const answers = await answersOf(reader, all.slice(from, from + linksAtOnce))
    for (const [href, { state, reason }] of answers) known.push([href, { state, reason }])
  }
  return new Map(known)
}
