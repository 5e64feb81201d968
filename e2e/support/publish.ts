import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import type { AccountActor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { startSending } from "@/lib/platform/jobs"
import { publishMinutes } from "@/lib/reports/publish"
import { cutLine } from "./cut-line"

// The process that `publish-process.ts` starts: it publishes when it is told to, and may die on the way.

type Order = {
  actor: Omit<AccountActor, "groups"> & { groups: [string, "member" | "co-chair"][] }
  input: Parameters<typeof publishMinutes>[1]
  times: number
  /** Dies, as by `kill -9`, before it sends this statement, counted from 1; `late` right after sending it. */
  killAt?: number
  late?: boolean
  /** Publishes over a line of its own, which is cut at this statement; 0 for one that is only counted. */
  cutAt?: number
}

let counted = 0
let killAt = Number.POSITIVE_INFINITY
let late = false

const sql = postgres(process.env.DATABASE_URL ?? "", {
  max: 10,
  connection: { application_name: "publisher" },
  onnotice: () => {},
  debug: () => {
    if (++counted !== killAt) return
    if (late) setImmediate(() => process.kill(process.pid, "SIGKILL"))
    else process.kill(process.pid, "SIGKILL")
  },
})
// The process's own pool, as `connection()` looks for it, with a counter of statements.
Object.assign(globalThis, {
  rapporteurConnection: { db: drizzle(sql), sql, end: () => sql.end({ timeout: 5 }) },
})

process.on("message", async (order: Order) => {
  const actor: AccountActor = { ...order.actor, groups: new Map(order.actor.groups) }
  if (order.cutAt !== undefined) return publishOverLine(actor, order)
  counted = 0
  killAt = order.killAt ?? Number.POSITIVE_INFINITY
  late = order.late ?? false
  const results = await Promise.allSettled(
    Array.from({ length: order.times }, () => publishMinutes(actor, order.input)),
  )
  const said = results.map((result) => {
    if (result.status === "fulfilled") return { version: result.value.version }
    const { reason } = result
    return reason instanceof Refusal
      ? { key: reason.key, values: reason.values, data: reason.data }
      : { error: String(reason) }
  })
  process.send?.({ said, statements: counted })
})
async function publishOverLine(actor: AccountActor, { input, cutAt, late }: Order) {
  const line = await cutLine(process.env.DATABASE_URL ?? "", cutAt || undefined, late)
  const said = await publishMinutes(actor, input).then(
    ({ version }) => ({ version }),
    (error: unknown) => ({ error: String(error) }),
  )
  const statements = line.statements()
  await line.restore()
  process.send?.({ said: [said], statements })
}

// The driver trips over a line that is cut while it writes; a process that was killed would be gone by then.
process.on("uncaughtException", () => {})

await startSending()
process.send?.("ready")
