import postgres from "postgres"
import { startEmbedded } from "../../db/embedded"
import type { Portal } from "./portal"

/**
 * Takes what the sample published out of a portal under test, for journeys in which its minutes are
 * written: to whoever is not the owner of the database itself, what is published is closed.
 */
export async function unpublish(portal: Pick<Portal, "dataDir">): Promise<void> {
  const embedded = await startEmbedded(portal.dataDir)
  const admin = new URL(embedded.adminUrl)
  admin.pathname = new URL(embedded.ownerUrl).pathname
  const sql = postgres(admin.href, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      for (const table of [
        "report_files",
        "record_names",
        "report_overrides",
        "report_checks",
        "ledger_entries",
        "reports",
      ])
        await tx`delete from ${tx(table)}`
    })
  } finally {
    await sql.end()
    await embedded.stop()
  }
}
