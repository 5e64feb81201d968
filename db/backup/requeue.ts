import { PgBoss } from "pg-boss"
import type postgres from "postgres"
import { queues } from "../queues"
import { jobsTable } from "./model"

/** Puts what was still to be done back into the queues. `sql` is the connection that loaded the backup. */
export async function requeue(sql: postgres.ReservedSql, ownerUrl: string): Promise<number> {
  const waiting = await sql<{ name: string; data: object | null; start_after: Date }[]>`
    select name, data, start_after from ${sql(jobsTable.name)} order by start_after`
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  await boss.start()
  let put = 0
  for (const { name } of queues) {
    const jobs = waiting.filter((job) => job.name === name)
    if (jobs.length === 0) continue
    await boss.insert(
      name,
      jobs.map(({ data, start_after }) => ({ ...(data && { data }), startAfter: start_after })),
    )
    put += jobs.length
  }
  await boss.stop({ graceful: false })
  return put
}
