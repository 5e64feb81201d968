import type { Hocuspocus } from "@hocuspocus/server"
import { meetingOf } from "@/lib/minutes/live/channel"
import { admitWriter } from "@/lib/minutes/live/open-minutes"
import type { Reason } from "@/lib/minutes/live/protocol"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { actorOfToken } from "@/lib/platform/session-actor"
import { hangUp } from "./lines"
import type { Visitor } from "./origins"

/** How often it is asked again whether those who are connected still may, in milliseconds. */
const interval = 2_000

/**
 * Closes the line of whoever may no longer write: signed out, no longer a member, disabled. When the
 * database does not answer nobody is sent away.
 */
export function keepAsking(hocuspocus: Hocuspocus<Visitor>): { stop: () => void } {
  let asking = false
  const timer = setInterval(() => {
    if (asking) return
    asking = true
    ask(hocuspocus)
      .catch((error: unknown) => log().warn({ error }, "who is connected was not asked again"))
      .finally(() => {
        asking = false
      })
  }, interval)
  return { stop: () => clearInterval(timer) }
}

async function ask(hocuspocus: Hocuspocus<Visitor>): Promise<void> {
  const lines = [...hocuspocus.documents.values()].flatMap((document) =>
    document.getConnections().map((line) => ({ meetingId: meetingOf(document.name), line })),
  )
  const known = new Map<string, ReturnType<typeof actorOfToken>>()
  for (const { line } of lines) {
    const { token } = line.context as Visitor
    if (!known.has(token)) known.set(token, actorOfToken(token))
  }
  await Promise.all(
    lines.map(async ({ meetingId, line }) => {
      const visitor = line.context as Visitor
      const actor = await known.get(visitor.token)
      const reason: Reason | null = actor ? await refusal(actor, meetingId) : "signedOut"
      if (actor) visitor.actor = actor
      if (!reason) return
      hangUp(line, reason)
    }),
  )
}

async function refusal(actor: Visitor["actor"], meetingId: string): Promise<Reason | null> {
  try {
    await admitWriter(actor, meetingId)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === "not_found" ? "notFound" : "forbidden"
  }
}
