import type { Actor, Role } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { type Action, policy } from "./table"

/** What an action is done to: the group it belongs to, who takes notes there or is responsible for it, and for a guest the one thing the link is for. */
export type Subject = {
  groupId?: string | null
  noteTakerId?: string | null
  responsibleId?: string | null
  type?: string
  id?: string
}

/** Every role that an actor has towards a subject, at this moment. */
export function rolesOf(actor: Actor, subject: Subject = {}): Role[] {
  if (actor.kind === "public") return ["public"]
  if (actor.kind === "system") return ["secretariat"]
  if (actor.kind === "guest") {
    const same = actor.subjectType === subject.type && actor.subjectId === subject.id
    return same ? ["public", "guest"] : ["public"]
  }
  const roles: Role[] = ["outsider"]
  const role = subject.groupId ? actor.groups.get(subject.groupId) : undefined
  if (role) {
    roles.push("member")
    if (role === "co-chair") roles.push("co-chair")
    // A note-taker is a member who is named on one meeting; who left the group takes notes no longer.
    if (subject.noteTakerId && subject.noteTakerId === actor.personId) roles.push("note-taker")
    if (subject.responsibleId && subject.responsibleId === actor.personId) roles.push("responsible")
  }
  if (actor.secretariat) roles.push("secretariat")
  return roles
}

/** Whether an actor may do something, for a screen; the change itself asks again through `authorize`. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const allowed: readonly Role[] = policy[action]
  return rolesOf(actor, subject).some((role) => allowed.includes(role))
}

/**
 * The groups in which an actor may do something to what belongs to the group alone, by their ids, for a
 * statement that looks itself; `all` where no group has to be named.
 */
export function groupsWhereCan(actor: Actor, action: Action): readonly string[] | "all" {
  if (can(actor, action)) return "all"
  const own = actor.kind === "account" ? [...actor.groups.keys()] : []
  return own.filter((groupId) => can(actor, action, { groupId }))
}

/**
 * Throws unless the actor may. Says `sign_in` to somebody unknown, `not_found` to somebody who may
 * not even know that the group's desk holds this, and `forbidden` to a member who may not.
 */
export function authorize(actor: Actor, action: Action, subject: Subject = {}): void {
  if (can(actor, action, subject)) return
  if (actor.kind === "public") throw new Refusal("sign_in", "signIn")
  if (subject.groupId && !can(actor, "group.work", subject))
    throw new Refusal("not_found", "notFound")
  throw new Refusal("forbidden", "forbidden")
}
