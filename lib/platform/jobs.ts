import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { fromDrizzle, PgBoss } from "pg-boss"
import type { Connection, Transaction } from "@/db/client"
import type { QueueName } from "@/db/queues"
import { connection } from "./database"
import { log } from "./log"

// A sender for each pool, started on first use; it neither supervises nor works.
const shared = globalThis as { rapporteurSenders?: WeakMap<Connection, Promise<PgBoss>> }

function sender(): Promise<PgBoss> {
  shared.rapporteurSenders ??= new WeakMap()
  const pool = connection()
  const known = shared.rapporteurSenders.get(pool)
  if (known) return known
  const boss = new PgBoss({
    db: fromDrizzle(pool.db, sql),
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  })
  boss.on("error", (error) => log().error({ error }, "the job queue failed"))
  const started = boss.start()
  started.catch(() => shared.rapporteurSenders?.delete(pool))
  shared.rapporteurSenders.set(pool, started)
  return started
}

/**
 * Starts the sender of the present pool, as a server does before it takes requests: the first change would
 * start it from inside its transaction, and wait for a line that others who wait for that change hold.
 */
export async function startSending(): Promise<void> {
  await sender()
}

/** Stops the sender of the present pool, which would keep a command's process alive. */
export async function stopSending(): Promise<void> {
  const started = shared.rapporteurSenders?.get(connection())
  shared.rapporteurSenders?.delete(connection())
  await (await started)?.stop({ graceful: false })
}

/** Puts a job into a queue as part of the transaction: it exists when the change is committed, and only then. */
export async function enqueue(
  tx: Transaction,
  queue: QueueName,
  data: Record<string, string | number>,
): Promise<void> {
  const boss = await sender()
  await boss.send(queue, data, { db: fromDrizzle(tx, sql) })
}

/**
 * As `enqueue`, of a row that is written by the same statement, because changes that somebody waits for
 * write one: `written` is an insert that returns its `id`, and the job names it by `key`.
 */
export async function enqueueWritten(
  tx: Transaction,
  queue: QueueName,
  { written, key }: { written: SQLWrapper; key: string },
): Promise<void> {
  const job = await jobOfWritten(queue, { written: "written", key })
  await tx.execute(sql`with written as ${written} ${job}`)
}

/**
 * The statement that puts a job into a queue, to stand in a larger one: a part of that, by the name in
 * `written`, writes a row and returns its `id`, and the job names it by `key`.
 */
export async function jobOfWritten(
  queue: QueueName,
  { written, key }: { written: string; key: string },
): Promise<SQL> {
  const boss = await sender()
  let job: SQL | undefined
  const executeSql = async (text: string, [jobs]: unknown[] = []) => {
    const [before, after, ...more] = text.split("$1")
    if (!before?.trimStart().startsWith("INSERT") || after === undefined || more.length > 0)
      throw new Error("pg-boss sends a job by a statement that cannot be part of another")
    const named = sql`jsonb_set(${jobs}::text::jsonb, ${`{0,data,${key}}`}::text[], to_jsonb(id))`
    const part = sql.identifier(written)
    job = sql`${sql.raw(before)}(select ${named} from ${part})${sql.raw(after)}`
    return { rows: [{ id: "" }] }
  }
  await boss.send(queue, {}, { db: { executeSql } })
  if (!job) throw new Error("pg-boss did not send a job")
  return job
}

/** As `enqueue`, many at once. */
export async function enqueueAll(
  tx: Transaction,
  queue: QueueName,
  jobs: readonly Record<string, string | number>[],
): Promise<void> {
  const boss = await sender()
  await boss.insert(
    queue,
    jobs.map((data) => ({ data })),
    { db: fromDrizzle(tx, sql) },
  )
}
