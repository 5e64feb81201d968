import { connect as connectSocket, type Socket } from "node:net"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import type { Connection } from "@/db/client"
import { stopSending } from "@/lib/platform/jobs"

/**
 * A pool of the process whose lines to the database are cut at a statement, counted from 1, as they are
 * when the process is killed: before it is sent, or (`late`) a moment after. Nothing is sent any more.
 */
export function cutLine(url: string, cutAt = Number.POSITIVE_INFINITY, late = false) {
  const sockets = new Set<Socket>()
  let statements = 0
  let isCut = false
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
    // What waits for a new line gets none.
    void sql.end({ timeout: 0 })
  }
  const { hostname, port } = new URL(url)
  const options = {
    max: 4,
    connection: { application_name: "cut line" },
    onnotice: () => {},
    // Not in the library's types: how it gets a line to the database.
    socket: () =>
      new Promise<Socket>((resolve, reject) => {
        if (isCut) return
        const socket = connectSocket(Number(port), hostname, () => resolve(socket))
        socket.on("error", reject)
        sockets.add(socket)
      }),
    debug: () => {
      if (++statements !== cutAt) return
      if (late) setTimeout(cut, 2)
      else cut()
    },
  }
  const sql = postgres(url, options as Parameters<typeof postgres>[1])
  const line: Connection = { db: drizzle(sql), sql, end: () => sql.end({ timeout: 0 }) }
  const shared = globalThis as { rapporteurConnection?: Connection }
  const before = shared.rapporteurConnection
  shared.rapporteurConnection = line
  return {
    statements: () => statements,
    /** The process has its own pool again. */
    restore: async () => {
      await stopSending().catch(() => undefined)
      if (before) shared.rapporteurConnection = before
      else delete shared.rapporteurConnection
      cut()
    },
  }
}
