import { connection } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { type TextRef, textIdOf } from "./model"
import { commentsChannel } from "./notify"

type Ear = () => void
type Ears = { listening: Promise<unknown> | null; byText: Map<string, Set<Ear>> }

// One connection that listens for the whole process, although Next bundles its own copy of this file.
const shared = globalThis as { rapporteurComments?: Ears }

function ears(): Ears {
  shared.rapporteurComments ??= { listening: null, byText: new Map() }
  return shared.rapporteurComments
}

/**
 * Calls `ear` each time that something was said about a text, by whichever server, and also when
 * something may have been missed because the connection was lost. Resolves once it hears, with what
 * ends it.
 */
export async function hearText(text: TextRef, ear: Ear): Promise<() => void> {
  const all = ears()
  const id = textIdOf(text)
  const own = all.byText.get(id) ?? new Set()
  all.byText.set(id, own.add(ear))
  const leave = () => {
    own.delete(ear)
    if (own.size === 0 && all.byText.get(id) === own) all.byText.delete(id)
  }
  all.listening ??= listen(all)
  try {
    await all.listening
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

function listen(all: Ears): Promise<unknown> {
  let isFirst = true
  const listening = connection().sql.listen(
    commentsChannel,
    (id) => tell(all.byText.get(id)),
    () => {
      // The driver opens a lost connection again by itself.
      if (!isFirst) for (const some of all.byText.values()) tell(some)
      isFirst = false
    },
  )
  listening.catch((error: unknown) => {
    log().error({ error }, "comments cannot be heard")
    all.listening = null
  })
  return listening
}

function tell(some: Iterable<Ear> = []): void {
  for (const ear of [...some]) {
    try {
      ear()
    } catch (error) {
      // One whose reader has just gone keeps nobody else from hearing.
      log().warn({ error }, "a listener to comments failed")
    }
  }
}
