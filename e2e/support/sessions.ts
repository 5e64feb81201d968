import { createHash, randomBytes } from "node:crypto"
import postgres from "postgres"
import { startEmbedded } from "../../db/embedded"
import type { Portal } from "./portal"

export type Insider = {
  /** The cookie header of a new session of whoever has this address. */
  cookieOf(email: string): Promise<string>
  /** The id of a meeting of the sample group, by its number. */
  meetingId(number: number): Promise<string>
  sql: postgres.Sql
  leave(): Promise<void>
}

/** Looks into the database of a portal under test, to arrange what a journey would take long to reach. */
export async function enter(portal: Portal): Promise<Insider> {
  const embedded = await startEmbedded(portal.dataDir)
  const sql = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
  return {
    sql,
    cookieOf: async (email) => {
      const token = randomBytes(32).toString("base64url")
      const hash = createHash("sha256").update(token).digest("hex")
      const rows = await sql`
        insert into sessions (token_hash, account_id, expires_at)
        select ${hash}, id, now() + interval '1 day' from accounts where email = ${email} returning id`
      if (rows.length !== 1) throw new Error(`Nobody has the address ${email}`)
      return `rapporteur=${token}`
    },
    meetingId: async (number) => {
      const [row] = await sql<{ id: string }[]>`select id from meetings where number = ${number}`
      if (!row) throw new Error(`There is no meeting ${number}`)
      return row.id
    },
    leave: async () => {
      await sql.end()
      await embedded.stop()
    },
  }
}
