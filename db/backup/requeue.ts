import { sql } from "drizzle-orm"
import { fromDrizzle, PgBoss } from "pg-boss"
import { connect, type Transaction } from "../client"
import { queues } from "../queues"
import { jobsPlace } from "./model"

/** Any constant will do: of two who start on a restored database one puts its work back. */
const requeueLock = 7_262_020

/**
 * Puts what a restored backup still had to do back into the queues, once: the jobs are there and the table that
 * held them is gone, or neither. Does nothing on any other database. Resolves to how many jobs there were.
 */
export async function requeue(ownerUrl: string): Promise<number> {
  // A line for the transaction, and one for what the sender asks besides.
  const { db, end } = connect(ownerUrl, { max: 2, name: "rapporteur waiting jobs" })
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${requeueLock})`)
      const [table] = await tx.execute<{ there: boolean }>(
        sql`select to_regclass(${jobsPlace}) is not null as there`,
      )
      if (!table?.there) return 0
      const put = await withSender(fromDrizzle(db, sql), (boss) => putBack(tx, boss))
      await tx.execute(sql`drop schema restored cascade`)
      return put
    })
  } finally {
    await end()
  }
}

async function withSender<T>(
  db: ReturnType<typeof fromDrizzle>,
  act: (boss: PgBoss) => Promise<T>,
): Promise<T> {
  const boss = new PgBoss({ db, supervise: false, schedule: false })
  // What it does beside is nothing to us; what was asked of it fails by itself.
  boss.on("error", () => {})
  await boss.start()
  try {
    return await act(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function putBack(tx: Transaction, boss: PgBoss): Promise<number> {
  const waiting = await tx.execute<{ name: string; data: object | null; start_after: string }>(sql`
    select name, data, start_after from restored.waiting_jobs order by start_after`)
  let put = 0
  for (const { name } of queues) {
    const jobs = waiting.filter((job) => job.name === name)
    if (jobs.length === 0) continue
    await boss.insert(
      name,
      jobs.map(({ data, start_after }) => ({
        ...(data && { data }),
        startAfter: new Date(start_after),
      })),
      { db: fromDrizzle(tx, sql) },
    )
    put += jobs.length
  }
  return put
}
