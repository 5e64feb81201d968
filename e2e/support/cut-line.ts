import { once } from "node:events"
import { type AddressInfo, connect as connectSocket, createServer, type Socket } from "node:net"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import type { Connection } from "@/db/client"
import { stopSending } from "@/lib/platform/jobs"

/**
 * A pool of the process whose lines to the database are cut at a statement, counted from 1, as they are
 * when the process is killed: before it arrives, or (`late`) a moment after. Nothing arrives any more.
 */
export async function cutLine(url: string, cutAt = Number.POSITIVE_INFINITY, late = false) {
  const sockets = new Set<Socket>()
  let statements = 0
  let isCut = false
  const cut = () => {
    isCut = true
    // A new line is refused at once, as by a machine on which nothing listens.
    between.close()
    for (const socket of sockets) socket.destroy()
  }
  const to = new URL(url)
  const between = createServer((client) => {
    const server = connectSocket(Number(to.port), to.hostname)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one)
      one.on("error", () => undefined)
      one.on("close", () => other.destroy())
      one.on("data", (chunk) => isCut || other.write(chunk))
    }
  })
  between.listen(0, "127.0.0.1")
  await once(between, "listening")
  const through = new URL(url)
  through.hostname = "127.0.0.1"
  through.port = String((between.address() as AddressInfo).port)
  const sql = postgres(through.href, {
    max: 4,
    connection: { application_name: "cut line" },
    onnotice: () => {},
    fetch_types: false,
    debug: () => {
      if (++statements !== cutAt) return
      if (late) setTimeout(cut, 2)
      else cut()
    },
  })
  const line: Connection = { db: drizzle(sql), sql, end: () => sql.end({ timeout: 5 }) }
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
      if (!isCut) await line.end()
      cut()
    },
  }
}
