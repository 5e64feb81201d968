import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { attendance } from "@/db/schema/meetings"
import { people, personAliases } from "@/db/schema/people"
import { earlierQuoteAnswers, quoteRequests } from "@/db/schema/reviews"
import type { MinutesText } from "@/lib/minutes/model"
import { namesIn } from "@/lib/minutes/names-in"
import { foldName } from "@/lib/people/model"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import type { Unnamed } from "@/lib/reports/whose-name"
import { quotedStatements } from "./model"

/**
 * Step: who asked not to be named in the report of a meeting, by their last answer in any of its reviews,
 * with every name under which the minutes or the register know them, and the names of others who attended
 * or stand in the text. For `unname`.
 */
export async function listUnnamed(
  reader: Reader,
  meetingId: string,
  text: MinutesText,
  language: Locale,
): Promise<Unnamed[]> {
  const asked = (await lastAnswers(reader, meetingId)).filter(({ answer }) => answer === "unnamed")
  if (asked.length === 0) return []
  const known = await knownNames(
    reader,
    asked.flatMap(({ personId }) => personId ?? []),
  )
  const t = translatorFor(language)
  const standing = namesIn(text)
  const attending = await namesOfAttendance(reader, meetingId)
  return asked.map(({ personId, name, statements }) => {
    const person = personId ? known.get(personId) : undefined
    const inText = standing.flatMap((each) =>
      each.personId && person?.ids.has(each.personId) ? [each.name] : [],
    )
    const quoted = quotedStatements.parse(statements).map((statement) => statement.name)
    const names = [name, ...quoted, ...(person?.names ?? []), ...inText]
    const isThem = (id: string | null) => id !== null && person?.ids.has(id) === true
    const others = [...standing, ...attending].filter((each) => !isThem(each.personId))
    return {
      names: [...new Set(names.map((each) => each.trim()).filter(Boolean))],
      others: [...new Set(others.map((each) => each.name))],
      phrase: t(`reviews.unnamed.${person?.stakeholderGroup ?? "nobody"}`),
    }
  })
}

/**
 * Of everybody who ever answered about a meeting, their last answer, also where they were asked again since
 * and have not answered: else an answer before it, that it had replaced, would count anew.
 */
async function lastAnswers(reader: Reader, meetingId: string) {
  const { personId, name } = quoteRequests
  const said = (from: typeof quoteRequests | typeof earlierQuoteAnswers) => {
    const { answer, answeredAt, statements } = from
    return { personId, name, answer, answeredAt, statements }
  }
  const ofMeeting = eq(quoteRequests.meetingId, meetingId)
  const earlier = await reader
    .select(said(earlierQuoteAnswers))
    .from(earlierQuoteAnswers)
    .innerJoin(quoteRequests, eq(quoteRequests.id, earlierQuoteAnswers.requestId))
    .where(ofMeeting)
    .orderBy(asc(earlierQuoteAnswers.replacedAt))
  const current = await reader
    .select(said(quoteRequests))
    .from(quoteRequests)
    .where(and(ofMeeting, isNotNull(quoteRequests.answer)))
  const all = [...earlier, ...current].sort(
    (one, other) => Number(one.answeredAt) - Number(other.answeredAt),
  )
  return [...new Map(all.map((row) => [row.personId ?? foldName(row.name), row])).values()]
}

/** What the register calls people, themselves and whoever was merged into them. */
async function knownNames(reader: Reader, personIds: readonly string[]) {
  const known = new Map<
    string,
    {
      ids: Set<string>
      names: string[]
      stakeholderGroup: typeof people.$inferSelect.stakeholderGroup
    }
  >()
  if (personIds.length === 0) return known
  const rows = await reader
    .select()
    .from(people)
    .where(or(inArray(people.id, [...personIds]), inArray(people.mergedInto, [...personIds])))
  const aliases = await reader
    .select()
    .from(personAliases)
    .where(inArray(personAliases.personId, [...personIds]))
  for (const id of personIds) {
    const same = rows.filter((row) => row.id === id || row.mergedInto === id)
    known.set(id, {
      ids: new Set(same.map((row) => row.id)),
      names: [
        ...same.map(({ name }) => name),
        ...aliases.filter(({ personId }) => personId === id).map(({ alias }) => alias),
      ],
      stakeholderGroup: same.find((row) => row.id === id)?.stakeholderGroup ?? null,
    })
  }
  return known
}

/** Who attended a meeting, also where the list is not annexed. */
function namesOfAttendance(reader: Reader, meetingId: string) {
  return reader
    .select({ personId: people.id, name: people.name })
    .from(attendance)
    .innerJoin(people, eq(people.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
}
