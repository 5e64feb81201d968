import type postgres from "postgres"
import type { QueueName } from "@/db/queues"

const queue: QueueName = "consultations"

/**
 * Has the portal open, end and close at once what its clock says, in journeys that are not about that: by
 * itself it looks every minute.
 */
export async function turnNow(sql: postgres.Sql): Promise<void> {
  await sql`insert into pgboss.job (name, data) values (${queue}, '{}')`
}
