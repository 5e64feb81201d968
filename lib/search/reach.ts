import { and, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm"
import { searchTexts } from "@/db/schema/search"
import type { Actor } from "@/lib/platform/actor"
import { can } from "@/lib/policy/can"
import type { Action } from "@/lib/policy/table"
import { type SearchKind, type SearchReach, searchKinds } from "./model"

/** What one must be allowed to do in a group to find a text of it that is not public. */
const reads: Record<SearchKind, Action> = {
  meeting: "meeting.read",
  report: "minutes.read",
  "agenda-item": "meeting.read",
  decision: "minutes.read",
  action: "minutes.read",
  minutes: "minutes.read",
  document: "document.read",
  comment: "comment.read",
  person: "member.list",
  "mapping-row": "mapping.read",
}

/** What lets somebody find a text of a kind: of a group, or of none, which is the register of people. */
export function actionToFind(kind: SearchKind, reach: SearchReach, inGroup: boolean): Action {
  if (reach === "public") return "record.read"
  if (!inGroup) return "person.see"
  return reach === "co-chairs" ? "activity.read" : reads[kind]
}

/** What everybody may find: published records, and nothing else. */
export const publicReach: SQL = sql`(${ofFacets(["public"])} and ${searchTexts.reach} = 'public')`

/** What the index can leave out before a row is read. It is wider than the condition beside it. */
function ofFacets(facets: readonly string[]): SQL {
  return sql`${searchTexts.facets} && ${sql.param(facets)}::text[]`
}

/**
 * What somebody may find, asked of the policy for every kind in every group that they have a role in.
 * A member finds what stands in the work of the group and not its public twin beside it; the
 * secretariat finds a person once, in the register, unless one group is looked through (`inGroup`).
 */
export function reachOf(actor: Actor, { inGroup = false } = {}): SQL {
  if (actor.kind !== "account") return publicReach
  if (actor.secretariat) return or(...everywhere(actor, inGroup)) ?? publicReach
  const groups = [...actor.groups.keys()]
  if (groups.length === 0) return publicReach
  const doubled = and(searchTexts.twin, inArray(searchTexts.groupId, groups))
  const inside = (["members", "co-chairs"] as const).flatMap((reach) =>
    kindsByGroups(actor, groups, reach).map(({ kinds, mine }) =>
      and(
        eq(searchTexts.reach, reach),
        inArray(searchTexts.kind, kinds),
        inArray(searchTexts.groupId, mine),
      ),
    ),
  )
  const mayFind = or(and(eq(searchTexts.reach, "public"), doubled && not(doubled)), ...inside)
  return and(ofFacets(["public", ...groups.map((id) => `g:${id}`)]), mayFind) ?? publicReach
}

/** The kinds that may be found in the same groups, together. */
function kindsByGroups(actor: Actor, groups: readonly string[], reach: SearchReach) {
  const found = new Map<string, { kinds: SearchKind[]; mine: string[] }>()
  for (const kind of searchKinds) {
    const action = actionToFind(kind, reach, true)
    const mine = groups.filter((groupId) => can(actor, action, { groupId }))
    if (mine.length === 0) continue
    const key = mine.join()
    found.set(key, { kinds: [...(found.get(key)?.kinds ?? []), kind], mine })
  }
  return [...found.values()]
}

function everywhere(actor: Actor, inGroup: boolean): (SQL | undefined)[] {
  const kinds = searchKinds.filter(
    (kind) => kind !== "person" && can(actor, actionToFind(kind, "members", true)),
  )
  const people = can(actor, actionToFind("person", "members", inGroup))
    ? and(
        eq(searchTexts.kind, "person"),
        inGroup ? isNotNull(searchTexts.groupId) : isNull(searchTexts.groupId),
      )
    : undefined
  return [and(not(searchTexts.twin), inArray(searchTexts.kind, kinds)), people]
}
