import type { Connection, Hocuspocus } from "@hocuspocus/server"
import { closedReasons, type Reason } from "@/lib/live/protocol"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { actorsOfTokens } from "@/lib/platform/session-actor"
import { hangUp } from "./lines"
import type { Visitor } from "./origins"
import { servedAt } from "./served"
import type { Served, Subject } from "./served-kind"

/** How often it is asked again whether those who are connected still may, in milliseconds. */
const interval = 2_000

/**
 * Closes the line of whoever may no longer write: signed out, no longer a member, disabled, or the text
 * is closed. When the database does not answer nobody is sent away. `soon` asks at once.
 */
export function keepAsking(hocuspocus: Hocuspocus<Visitor>): {
  soon: () => void
  stop: () => void
} {
  let asking = false
  let again = false
  const soon = () => {
    // What changed while it is asked is asked for once more.
    again = asking
    if (asking) return
    asking = true
    ask(hocuspocus)
      .catch((error: unknown) => log().warn({ error }, "who is connected was not asked again"))
      .finally(() => {
        asking = false
        if (again) soon()
      })
  }
  const timer = setInterval(() => {
    if (!asking) soon()
  }, interval)
  return { soon, stop: () => clearInterval(timer) }
}

type Line = { served: Served; id: string; line: Connection<Visitor> }

async function ask(hocuspocus: Hocuspocus<Visitor>): Promise<void> {
  const lines = [...hocuspocus.documents.values()].flatMap((document): Line[] => {
    const at = servedAt(document.name)
    return at ? document.getConnections().map((line) => ({ ...at, line })) : []
  })
  const tokens = new Set(lines.map(({ line }) => line.context.token))
  const [actors, subjects] = await Promise.all([actorsOfTokens([...tokens]), subjectsOf(lines)])
  for (const { served, id, line } of lines) {
    const visitor = line.context
    const actor = actors.get(visitor.token)
    if (actor) visitor.actor = actor
    const reason = actor ? refusal(served, actor, subjects.get(served)?.get(id)) : "signedOut"
    if (reason) hangUp(line, reason)
  }
}

/** What the policy asks about all texts that are open, with one question for each kind. */
async function subjectsOf(lines: readonly Line[]) {
  const kinds = [...new Set(lines.map(({ served }) => served))]
  const found = await Promise.all(
    kinds.map(async (served) => {
      const ids = lines.filter((line) => line.served === served).map(({ id }) => id)
      return [served, await served.find(ids)] as const
    }),
  )
  return new Map(found)
}

function refusal(
  served: Served,
  actor: Visitor["actor"],
  subject: Subject | undefined,
): Reason | null {
  if (!subject) return "notFound"
  try {
    served.allow(actor, subject)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return reasonOf(error)
  }
}

/** What a page is told of a refusal. */
export function reasonOf({ code, key }: Refusal): Reason {
  if (code === "sign_in") return "signedOut"
  if (code === "not_found") return "notFound"
  return code === "forbidden" ? "forbidden" : (closedReasons[key] ?? "again")
}
