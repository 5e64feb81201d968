import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm"
import { annexActivities, editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import type { Activity } from "@/lib/mapping/model"
import type { DeskMapping } from "@/lib/mapping/queries"
import { database } from "@/lib/platform/database"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"
import { type ComposedEdition, composeEdition } from "./compose"
import { dueAt } from "./due"
import type { EditionContent } from "./model"
import { openEdition } from "./open"
import { type Page, pageOf } from "./pages"
import { standIn, wordsIn, wordsOfActivity } from "./shown-rows"

/** What would be frozen now, and the number of the change up to which it was read. */
export type Freezing = Pick<ComposedEdition, "number" | "content" | "back" | "mark"> & {
  change: number
  /** The newest edition; null before the first. */
  newest: EditionContent | null
  dueAt: Date
}

/**
 * The next edition of a mapping as it would be frozen now, all of it from one moment. Asks nobody:
 * whoever has a `DeskMapping` may read it.
 */
export async function readFreezing({ id }: Pick<DeskMapping, "id">): Promise<Freezing> {
  return database().transaction(
    async (tx) => {
      const [mapping] = await tx
        .select({
          change: mappings.change,
          months: mappings.months,
          createdAt: mappings.createdAt,
        })
        .from(mappings)
        .where(eq(mappings.id, id))
      if (!mapping) throw new Error(`Mapping ${id} is not there`)
      const { number, content, back, mark } = await composeEdition(tx, id)
      const [last] = await tx
        .select({ id: editions.id, content: editions.content, frozenAt: editions.frozenAt })
        .from(editions)
        .where(eq(editions.mappingId, id))
        .orderBy(desc(editions.number))
        .limit(1)
      return {
        ...{ number, content, back, mark, change: mapping.change },
        newest: last ? await openEdition(tx, last) : null,
        dueAt: dueAt(last?.frozenAt ?? mapping.createdAt, mapping.months),
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  )
}

export type DeskEditionLine = {
  number: number
  frozenAt: Date
  by: string
  note: string
  rows: number
}

/** The editions of a mapping, the newest first. */
export async function listDeskEditions({
  id,
}: Pick<DeskMapping, "id">): Promise<DeskEditionLine[]> {
  const rows = await database()
    .select({
      id: editions.id,
      ...{ number: editions.number, frozenAt: editions.frozenAt, note: editions.note },
      by: people.name,
      rows: sql<number>`jsonb_array_length(${editions.content} -> 'rows')`.mapWith(Number),
    })
    .from(editions)
    .innerJoin(people, eq(people.id, editions.frozenBy))
    .where(eq(editions.mappingId, id))
    .orderBy(desc(editions.number))
  const opened = await openTexts(
    database(),
    rows,
    (row) => ({ id: row.id, language: routing.defaultLocale }),
    ({ note }) => [note],
    (row, open) => ({ ...row, note: open(row.note) }),
  )
  return opened.map(({ id: _, ...shown }) => shown)
}

export type AnnexLine = {
  id: string
  activity: Activity
  row: number
  isRetired: boolean
  edition: number
}

const inAnnex = (mappingId: string) =>
  and(eq(editions.mappingId, mappingId), isNull(annexActivities.returnedAt))

/** How many activities stand in the annex of a mapping now. */
export async function countAnnex({ id }: Pick<DeskMapping, "id">): Promise<number> {
  const [counted] = await database()
    .select({ total: count() })
    .from(annexActivities)
    .innerJoin(editions, eq(editions.id, annexActivities.editionId))
    .where(inAnnex(id))
  return counted?.total ?? 0
}

/** Which of the annex is shown: entries in which all these words stand ("" for all), and a page of them. */
export type AnnexAsked = { words: string; page: number }

/** A page of an annex, with how many entries fit what is looked for, and how many there are. */
export type AnnexPage = Page<AnnexLine[]> & { found: number; total: number; words: string }

/** What stands in the annex of a mapping now and can be taken back, the newest first. */
export async function listAnnex(
  { id }: Pick<DeskMapping, "id">,
  { words, page }: AnnexAsked,
): Promise<AnnexPage> {
  const all = await database()
    .select({
      id: annexActivities.id,
      activity: sql<Activity>`${annexActivities.activity}`,
      row: mappingRows.number,
      suggests: mappingRows.suggests,
      isRetired: sql<boolean>`${mappingRows.retiredAt} is not null`,
      edition: editions.number,
    })
    .from(annexActivities)
    .innerJoin(editions, eq(editions.id, annexActivities.editionId))
    .innerJoin(mappingRows, eq(mappingRows.id, annexActivities.rowId))
    .where(inAnnex(id))
    .orderBy(desc(editions.number), asc(mappingRows.number), asc(annexActivities.id))
  const wanted = wordsIn(words)
  const found = all.filter(({ activity, suggests }) =>
    standIn(wanted, () => [suggests, ...wordsOfActivity(activity)]),
  )
  const of = pageOf(found, page)
  return {
    ...of,
    shown: of.shown.map(({ suggests: _, ...line }) => line),
    ...{ found: found.length, total: all.length, words },
  }
}

/** Whether a group has a mailing list on which an edition can be announced. */
export async function hasMailingList(groupId: string): Promise<boolean> {
  const [group] = await database()
    .select({ list: groups.mailingList })
    .from(groups)
    .where(eq(groups.id, groupId))
  return Boolean(group?.list)
}
