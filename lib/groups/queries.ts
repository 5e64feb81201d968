import { and, asc, count, eq, inArray, isNull } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"

export type DeskGroup = {
  id: string
  slug: string
  shortName: string
  name: string
  purpose: string
  setUp: string
  /** The list on which the group announces; null without one. */
  mailingList: string | null
  publishers: number
  reviewDays: number
  revision: number
  /** What the reader may do here, as plain answers for the screen; every change asks again. */
  may: {
    schedule: boolean
    bringIn: boolean
    seeMembers: boolean
    changeMembers: boolean
    seeActivity: boolean
    edit: boolean
  }
}

/** A group as its desk shows it. Refuses with `sign_in` or `not_found` whoever does not work in it. */
export async function getDeskGroup(actor: Actor, slug: string): Promise<DeskGroup> {
  if (actor.kind === "public") throw new Refusal("sign_in", "signIn")
  const [group] = await database().select().from(groups).where(eq(groups.slug, slug))
  if (!group) throw notFound()
  const subject = { groupId: group.id }
  authorize(actor, "group.work", subject)
  const { createdAt: _, ...facts } = group
  return {
    ...facts,
    may: {
      schedule: can(actor, "meeting.schedule", subject),
      bringIn: can(actor, "import.bringIn", subject),
      seeMembers: can(actor, "member.list", subject),
      changeMembers: can(actor, "member.change", subject),
      seeActivity: can(actor, "activity.read", subject),
      edit: can(actor, "group.edit", subject),
    },
  }
}

/** A group for whoever may change what is said of it. */
export async function getGroupForEditor(
  actor: Actor,
  slug: string,
): Promise<DeskGroup & { mayDropSecond: boolean }> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "group.edit", { groupId: group.id })
  return { ...group, mayDropSecond: can(actor, "group.dropSecond", { groupId: group.id }) }
}

/** A group for whoever may admit and change its members. */
export async function getGroupForMembers(actor: Actor, slug: string): Promise<DeskGroup> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "member.admit", { groupId: group.id })
  return group
}

/** The groups in which whoever asks works; for the secretariat, all of them. By short name. */
export async function listMyGroups(
  actor: Actor,
): Promise<Pick<DeskGroup, "id" | "slug" | "shortName" | "name">[]> {
  authorize(actor, "desk.enter")
  const mine = actor.kind === "account" && !actor.secretariat ? [...actor.groups.keys()] : null
  if (mine?.length === 0) return []
  return database()
    .select({ id: groups.id, slug: groups.slug, shortName: groups.shortName, name: groups.name })
    .from(groups)
    .where(mine ? inArray(groups.id, mine) : undefined)
    .orderBy(asc(groups.shortName))
}

export type ListedGroup = Pick<DeskGroup, "id" | "slug" | "shortName" | "name"> & {
  members: number
}

/** Every group of the portal with the number of its members today, by short name. For the secretariat. */
export async function listGroups(actor: Actor): Promise<ListedGroup[]> {
  authorize(actor, "group.create")
  return database()
    .select({
      id: groups.id,
      slug: groups.slug,
      shortName: groups.shortName,
      name: groups.name,
      members: count(memberships.id),
    })
    .from(groups)
    .leftJoin(memberships, and(eq(memberships.groupId, groups.id), isNull(memberships.until)))
    .groupBy(groups.id)
    .orderBy(asc(groups.shortName))
}
