import type { Reader } from "@/db/client"
import { agendaNow } from "@/lib/meetings/agenda-now"
import { currentPeople } from "@/lib/meetings/current-people"
import type { MinutesText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { keyOf, type QuotedPerson, quotedPeople } from "./quoted"

/** Who is quoted in the minutes of a meeting as they stand now; nobody before their start. Does not authorize. */
export async function currentQuotes(
  reader: Reader,
  meetingId: string,
): Promise<{ revision: number; people: QuotedPerson[] }> {
  const current = await getCurrentText(reader, meetingId)
  if (!current) return { revision: 0, people: [] }
  return {
    revision: current.revision,
    people: await quotedIn(reader, meetingId, current.text),
  }
}

/** The same of a text that is at hand. */
export async function quotedIn(
  reader: Reader,
  meetingId: string,
  text: MinutesText,
): Promise<QuotedPerson[]> {
  const ids = Object.values(text.sections).flatMap(({ content }) =>
    content.flatMap((block) =>
      block.type === "statement" && block.attrs.personId ? [block.attrs.personId] : [],
    ),
  )
  const [agenda, standsFor] = await Promise.all([
    agendaNow(reader, meetingId),
    currentPeople(reader, ids),
  ])
  return quotedPeople(text, agenda, standsFor)
}

/** The statements of one of them; none when they are quoted no more. */
export function statementsOf(
  people: readonly QuotedPerson[],
  request: { personId: string | null; name: string },
): QuotedPerson["statements"] {
  return people.find((person) => keyOf(person) === keyOf(request))?.statements ?? []
}
