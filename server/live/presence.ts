import type { Document } from "@hocuspocus/server"
import { applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness"
import { z } from "zod"
import type { Presence } from "@/lib/live/protocol"
import { connection } from "@/lib/platform/database"
import { logOrigin, type Visitor } from "./origins"

/** The channel on which servers tell each other who is here. */
export const presenceChannel = "live_presence"
/** What a notice of the database may hold, with room for its head. */
const most = 7_500

/** Zones that were looked up before: it is asked with every move of a caret, and takes its time. */
const zones = new Set<string>()

const isZone = (zone: string) => {
  if (zones.has(zone)) return true
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    // Names come in any case; a few hundred are known.
    if (zones.size < 1_000) zones.add(zone)
    return true
  } catch {
    return false
  }
}

/** What a page may say of itself; who it is the server says. */
const own = z.object({
  cursor: z.looseObject({ anchor: z.unknown(), head: z.unknown() }).nullish(),
  zone: z.string().max(64).refine(isZone).optional().catch(undefined),
  section: z.string().max(64).nullish().catch(null),
})

/**
 * Keeps of what a page says about who is here only what it may say of itself, under its own number,
 * with the name that goes with its sign-in.
 */
export function honest(
  states: Map<number, Record<string, unknown>>,
  { actor, clientId }: Visitor,
  noteTakerId: string | null,
): void {
  for (const [client, state] of states) {
    const read = own.safeParse(state)
    if (client !== clientId || !read.success || JSON.stringify(state).length > 4_000) {
      states.delete(client)
      continue
    }
    const { cursor, zone, section } = read.data
    const { personId: id, name } = actor
    const presence: Presence = {
      user: { id, name, noteTaker: id === noteTakerId },
      ...(zone && { zone }),
      section: section ?? null,
    }
    states.set(client, { ...presence, cursor: cursor ?? null })
  }
}

/** Tells the other servers what changed about who is here on this one. Losing one such notice harms nothing. */
export async function tellPresence(
  server: string,
  document: Document,
  clients: number[],
): Promise<void> {
  const update = Buffer.from(encodeAwarenessUpdate(document.awareness, clients)).toString("base64")
  const notice = `${server} ${document.name} ${update}`
  if (notice.length > most) return
  await connection().sql`select pg_notify(${presenceChannel}, ${notice})`
}

/** Takes in what another server told; nothing of what this one told itself. */
export function hearPresence(
  server: string,
  notice: string,
  find: (name: string) => Document | undefined,
): void {
  const [from, name = "", update = ""] = notice.split(" ")
  const document = from === server ? undefined : find(name)
  if (document) {
    applyAwarenessUpdate(document.awareness, Buffer.from(update, "base64"), logOrigin)
  }
}
