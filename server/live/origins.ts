import type { Connection, TransactionOrigin } from "@hocuspocus/server"
import type { AccountActor } from "@/lib/platform/actor"

/** What is known of an open connection. `actor` is looked up again every few seconds. */
export type Visitor = {
  token: string
  actor: AccountActor
  /** The number under which the device writes. */
  clientId: number
  /** Whether it has sent what it wrote before this connection. */
  caughtUp: boolean
  /** The newest mark that it asked for, to be answered once all before it is kept. */
  asked: number
  /** Closes the line itself, once what was sent on it has gone out. */
  hangUp: () => void
}

/** Under this origin a document takes in what is stored already. */
export const logOrigin: TransactionOrigin = {
  source: "local",
  skipStoreHooks: true,
  context: { log: true },
}

/** Under this origin the portal itself writes in a document. */
export const portalOrigin: TransactionOrigin = { source: "local", skipStoreHooks: true }

/** Whether a change came over somebody's line. */
export const isFromLine = (origin: unknown): boolean =>
  (origin as TransactionOrigin | null)?.source === "connection"

export const isFromLog = (origin: unknown): boolean => origin === logOrigin

/** Who brought a change; null when the portal itself made it. */
export function writerOf(origin: unknown): string | null {
  const { connection } = (origin ?? {}) as { connection?: Connection<Visitor> }
  return connection ? connection.context.actor.personId : null
}
