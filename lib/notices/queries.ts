import { and, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { notices, personSettings } from "@/db/schema/notices"
import { listMyGroups } from "@/lib/groups/queries"
import { type Actor, personOf } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { isLocale, type Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { type Choice, type NoticeKind, pageSize } from "./model"
import { choicesOf } from "./recipients"
import { wordsOf } from "./words"

/** A notice as its list shows it. */
export type NoticeLine = {
  id: string
  kind: NoticeKind
  href: string
  data: unknown
  /** Of the comment it is about; "" when there is none, or it is gone. */
  words: string
  group: string
  at: Date
  isRead: boolean
}

function own(actor: Actor): string {
  authorize(actor, "notices.see")
  const personId = personOf(actor)
  if (!personId) throw new Refusal("sign_in", "signIn")
  return personId
}

/**
 * One's own notices, the newest first, a page at a time; `before` is the instant and the id of the last
 * one shown. Those of a group that one has left are not among them.
 */
export async function listNotices(
  actor: Actor,
  before?: { at: Date; id: string },
): Promise<{ notices: NoticeLine[]; more: boolean }> {
  const personId = own(actor)
  const mine = await listMyGroups(actor)
  const names = new Map(mine.map(({ id, shortName }) => [id, shortName]))
  if (mine.length === 0) return { notices: [], more: false }
  const rows = await database()
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.personId, personId),
        sql`${notices.groupId} = any(${sql.param([...names.keys()])}::uuid[])`,
        before &&
          or(
            lt(notices.createdAt, before.at),
            and(eq(notices.createdAt, before.at), lt(notices.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const words = await wordsOf(database(), shown)
  return {
    notices: shown.map(({ id, kind, key, href, data, groupId, createdAt, readAt }) => ({
      id,
      kind,
      href,
      data,
      words: words.get(key) ?? "",
      group: names.get(groupId ?? "") ?? "",
      at: createdAt,
      isRead: readAt !== null,
    })),
    more: rows.length > pageSize,
  }
}

/** More unread notices than this are shown as "99+". */
export const mostCounted = 99

/** How many notices somebody has not read, counted up to one more than is shown. For every page of the desk. */
export async function countUnread(actor: Actor): Promise<number> {
  if (actor.kind !== "account") return 0
  const groupIds = [...actor.groups.keys()]
  const inMine = actor.secretariat
    ? undefined
    : sql`${notices.groupId} = any(${sql.param(groupIds)}::uuid[])`
  const unread = database()
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.personId, actor.personId), isNull(notices.readAt), inMine))
    .limit(mostCounted + 1)
    .as("unread")
  const [row] = await database()
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(unread)
  return row?.n ?? 0
}

export type MyChoices = {
  choices: Choice[]
  /** Null while nothing is chosen. */
  locale: Locale | null
  zone: string
  /** The groups in which one is a member, and those for which one chose something all the same. */
  groups: { id: string; shortName: string; name: string; member: boolean }[]
}

/** What whoever asks has chosen so far. */
export async function getMyChoices(actor: Actor): Promise<MyChoices> {
  const personId = own(actor)
  const memberOf = actor.kind === "account" ? [...actor.groups.keys()] : []
  const [chosen, [settings]] = await Promise.all([
    choicesOf(database(), [personId]),
    database().select().from(personSettings).where(eq(personSettings.personId, personId)),
  ])
  const choices = chosen.get(personId) ?? []
  // A link in a mail ends one kind in a group that one has left since, or never was a member of.
  const ids = [...new Set([...memberOf, ...choices.flatMap(({ groupId }) => groupId ?? [])])]
  const listed =
    ids.length === 0
      ? []
      : await database()
          .select({ id: groups.id, shortName: groups.shortName, name: groups.name })
          .from(groups)
          .where(inArray(groups.id, ids))
          .orderBy(groups.shortName)
  const { locale = "", zone = "UTC" } = settings ?? {}
  return {
    choices,
    locale: isLocale(locale) ? locale : null,
    zone,
    groups: listed.map((group) => ({ ...group, member: memberOf.includes(group.id) })),
  }
}
