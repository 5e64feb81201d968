import { randomUUID } from "node:crypto"
import { connect } from "@/db/client"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { makeSession } from "@/db/factories/sessions"
import { mandates, mappingAreas, mappingRows, mappings } from "@/db/schema/mapping"
import { type Activity, activityKinds, rowStatuses, scopes } from "@/lib/mapping/model"

const areas = [
  ...["Global connectivity", "Digital public goods", "Digital inclusion"],
  ...["Digital capacity-building", "Digital human rights", "Artificial intelligence"],
  ...["Digital trust and security", "Global digital cooperation", "Cross-cutting"],
]
/** Ten years of three mandates. */
const cited = ["A/74/821", "A/75/982", "A/79/L.2"]
const years = Array.from({ length: 10 }, (_, place) => 2016 + place)
const some =
  "members agreed that work on access in every region should be reported and reviewed".split(" ")
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => some[(from * 5 + place) % some.length]).join(" ")

export type Filled = {
  groupId: string
  groupSlug: string
  mandateSlug: string
  mappingId: string
  rowIds: string[]
  people: SignedIn[]
  cookies: string[]
}

/** A mapping of so many rows with all cells filled, and people who are signed in, in an empty database. */
export async function fillMapping(
  ownerUrl: string,
  { rows: count, people: crowd }: { rows: number; people: number },
): Promise<Filled> {
  const { db, end } = connect(ownerUrl, { max: 2 })
  try {
    const { id: groupId, slug } = await makeGroup(db)
    const people: SignedIn[] = []
    const cookies: string[] = []
    for (let place = 0; place < crowd; place++) {
      const role = place === 0 ? "co-chair" : "member"
      const actor = await makeActor(db, { roles: { [groupId]: role } })
      people.push(actor)
      cookies.push(`rapporteur=${await makeSession(db, actor.accountId)}`)
    }
    const [mandate] = await db
      .insert(mandates)
      .values({ slug: "roadmap-at-length", title: "Ten years of three mandates", symbol: "A/1" })
      .returning()
    const [mapping] = await db
      .insert(mappings)
      .values({ groupId, mandateId: mandate?.id ?? "" })
      .returning()
    if (!mandate || !mapping) throw new Error("The mapping was not written")
    const made = await db
      .insert(mappingAreas)
      .values(
        areas.map((title, position) => ({
          ...{ mappingId: mapping.id, title, position },
          ...{ slug: title.toLowerCase().replaceAll(" ", "-") },
        })),
      )
      .returning()
    const given = Array.from({ length: count }, (_, place) =>
      rowOf(place, made[place % made.length]?.id ?? "", people[place % people.length]),
    )
    const ids: string[] = []
    for (let from = 0; from < given.length; from += 500) {
      const part = given.slice(from, from + 500).map((row) => ({ ...row, mappingId: mapping.id }))
      const written = await db.insert(mappingRows).values(part).returning({ id: mappingRows.id })
      ids.push(...written.map(({ id }) => id))
    }
    return {
      ...{ groupId, groupSlug: slug, mandateSlug: mandate.slug, mappingId: mapping.id },
      ...{ rowIds: ids, people, cookies },
    }
  } finally {
    await end()
  }
}

function rowOf(place: number, areaId: string, person: SignedIn | undefined) {
  const scope = scopes[place % scopes.length] ?? "proposed"
  const activities: Activity[] = [0, 1].map((one) => ({
    id: randomUUID(),
    title: words(place + one, 8),
    kind: activityKinds[(place + one) % activityKinds.length] ?? "other",
    years: [years[(place + one) % years.length] ?? 2020],
    link: "https://example.org/session",
    body: words(place, 3),
  }))
  return {
    ...{ number: place + 1, position: place + 1, areaId, activities, scope },
    suggests: words(place, 30),
    citationMandate: cited[place % cited.length] ?? "",
    citationParagraph: String((place % 90) + 1),
    synergies: [{ type: "paragraph", content: [{ type: "text", text: words(place, 25) }] }],
    ...(scope !== "proposed" && {
      ...{ scopeReason: words(place, 6), scopeBy: person?.personId ?? null },
      scopeAt: new Date("2022-01-01T00:00:00Z"),
    }),
    responsibleId: person?.personId ?? null,
    status: rowStatuses[place % rowStatuses.length] ?? "open",
    confirmedOn: "2022-01-01",
    confirmedBy: person?.personId ?? null,
  }
}
