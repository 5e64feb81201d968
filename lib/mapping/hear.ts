import { connection } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { actorsOfTokens } from "@/lib/platform/session-actor"
import { can } from "@/lib/policy/can"
import { changesSince, type News } from "./changes-since"
import { mappingChannel } from "./log-changes"
import { type Place, Places, presenceChannel } from "./presence"

/** How often it is asked again whether those who listen still may, and who is still in a cell. */
const interval = 2_000

/** How many pages of one session may listen at a server at once. */
export const mostEars = 20

/** Why somebody hears no more. */
export type Ended = "signedOut" | "notFound"

/** One open page that listens to a mapping. */
export type Ear = {
  mapping: { id: string; group: { id: string } }
  /** Its session: asked for again every few seconds. */
  token: string
  /** The number of the newest change that it knows. */
  upTo: number
  news: (news: News) => void
  here: (places: Place[]) => void
  end: (why: Ended) => void
}

type Hall = { ears: Set<Ear>; isReading: boolean; isBehind: boolean }
type Halls = {
  listening: Promise<unknown> | null
  byMapping: Map<string, Hall>
  places: Places
  asking: NodeJS.Timeout | null
}

// One connection that listens for the whole process, although Next bundles its own copy of this file.
const shared = globalThis as { rapporteurMappings?: Halls }

function halls(): Halls {
  shared.rapporteurMappings ??= {
    ...{ listening: null, asking: null },
    ...{ byMapping: new Map(), places: new Places() },
  }
  return shared.rapporteurMappings
}

/** Whether so many pages of a session listen here that no more may; `hearMapping` right after it counts. */
export function isFull(token: string): boolean {
  const listening = [...halls().byMapping.values()].flatMap(({ ears }) => [...ears])
  return listening.filter((ear) => ear.token === token).length >= mostEars
}

/**
 * Tells a page what changes in a mapping, by whichever server, from the change on that it knows, each
 * change once and in order; and who is in which cell. What is new is read once for all pages of this
 * server. Ends it when its session may no longer read. Resolves once it hears, with what ends it.
 */
export async function hearMapping(ear: Ear): Promise<() => void> {
  const all = halls()
  const { id } = ear.mapping
  const hall = all.byMapping.get(id) ?? { ears: new Set(), isReading: false, isBehind: false }
  all.byMapping.set(id, hall)
  hall.ears.add(ear)
  const leave = () => {
    hall.ears.delete(ear)
    if (hall.ears.size === 0 && all.byMapping.get(id) === hall) all.byMapping.delete(id)
    if (all.byMapping.size === 0 && all.asking) {
      clearInterval(all.asking)
      all.asking = null
    }
  }
  all.listening ??= listen(all)
  all.asking ??= setInterval(() => void ask(all), interval).unref()
  try {
    await all.listening
  } catch (error) {
    leave()
    throw error
  }
  ear.here(all.places.of(id))
  void read(hall)
  return leave
}

function listen(all: Halls): Promise<unknown> {
  const again = () => {
    for (const hall of all.byMapping.values()) void read(hall)
  }
  let isFirst = true
  const { sql } = connection()
  const listening = Promise.all([
    sql.listen(
      mappingChannel,
      (id) => {
        const hall = all.byMapping.get(id)
        if (hall) void read(hall)
      },
      () => {
        // The driver opens a lost connection again by itself; what was missed is read.
        if (!isFirst) again()
        isFirst = false
      },
    ),
    sql.listen(presenceChannel, (payload) => showPlaces(all, all.places.hear(payload, Date.now()))),
  ])
  listening.catch((error: unknown) => {
    log().error({ error }, "mappings cannot be heard")
    all.listening = null
  })
  return listening
}

/** Reads what is new and tells it; what comes meanwhile is read after it, all at once. */
async function read(hall: Hall): Promise<void> {
  hall.isBehind = true
  if (hall.isReading) return
  hall.isReading = true
  try {
    while (hall.isBehind) {
      hall.isBehind = false
      // Pages that have heard all so far know the same; one that was away is told what it missed.
      for (const since of new Set([...hall.ears].map(({ upTo }) => upTo))) await tell(hall, since)
    }
  } catch (error) {
    log().warn({ error }, "what changed in a mapping was not read")
    hall.isBehind = true
  } finally {
    hall.isReading = false
  }
}

async function tell(hall: Hall, since: number): Promise<void> {
  const [first] = hall.ears
  const news = first && (await changesSince(first.mapping, since))
  if (!news) return
  for (const ear of [...hall.ears]) {
    if (ear.upTo !== since) continue
    ear.upTo = news.to
    ear.news(news)
  }
}

function showPlaces(all: Halls, mappingId: string | null): void {
  const hall = mappingId === null ? undefined : all.byMapping.get(mappingId)
  if (!hall || mappingId === null) return
  const places = all.places.of(mappingId)
  for (const ear of [...hall.ears]) ear.here(places)
}

/** When the database does not answer nobody is sent away. */
async function ask(all: Halls): Promise<void> {
  for (const mapping of all.places.forget(Date.now())) showPlaces(all, mapping)
  const listening = [...all.byMapping.values()]
  for (const hall of listening) if (hall.isBehind) void read(hall)
  const ears = listening.flatMap((hall) => [...hall.ears])
  try {
    const actors = await actorsOfTokens([...new Set(ears.map(({ token }) => token))])
    for (const ear of ears) {
      const actor = actors.get(ear.token)
      if (!actor) ear.end("signedOut")
      else if (!can(actor, "mapping.read", { groupId: ear.mapping.group.id })) ear.end("notFound")
    }
  } catch (error) {
    log().warn({ error }, "who listens to mappings was not asked again")
  }
}
