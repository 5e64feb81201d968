/** What somebody may be to a group, from nobody to the secretariat. */
export type Role =
  | "public"
  | "guest"
  | "outsider"
  | "member"
  | "note-taker"
  | "responsible"
  | "co-chair"
  | "secretariat"

/** A signed-in person, with the roles that are open at this moment. */
export type AccountActor = {
  kind: "account"
  accountId: string
  personId: string
  name: string
  sessionId: string
  secretariat: boolean
  /** Group id → open role. */
  groups: ReadonlyMap<string, "member" | "co-chair">
}

/** Whoever asks for something. A guest holds one signed link and is limited to its subject. */
export type Actor =
  | { kind: "public" }
  | { kind: "guest"; subjectType: string; subjectId: string }
  | AccountActor
  /** The portal itself: the sample, a command, a job. */
  | { kind: "system"; command: string }

export const publicActor: Actor = { kind: "public" }

/** The person behind an actor, for the trail; null for the public, guests and the portal itself. */
export function personOf(actor: Actor): string | null {
  return actor.kind === "account" ? actor.personId : null
}
