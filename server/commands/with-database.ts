import { startEmbedded } from "@/db/embedded"
import { connection } from "@/lib/platform/database"
import { dataFolder, env, provideEnv, readEnv, wantsEmbedded } from "@/lib/platform/env"
import { stopSending } from "@/lib/platform/jobs"
import { bringUpToDate } from "../up-to-date"

/**
 * Runs a command on the portal's database, brought up to date unless it is wanted as it is: the operator's, or the embedded one,
 * which is started, or joined when the server runs beside. Leaves it as it was found.
 */
export async function withDatabase<T>(work: () => Promise<T>, { asItIs = false } = {}): Promise<T> {
  const embedded = wantsEmbedded()
  // Everything that can be wrong is said before a database is made.
  const read = readEnv(
    process.env,
    embedded ? { databaseUrl: "", migrationUrl: "", authSecret: "" } : null,
  )
  const server = embedded ? await startEmbedded(dataFolder()) : null
  try {
    provideEnv(
      server
        ? readEnv(process.env, {
            databaseUrl: server.appUrl,
            migrationUrl: server.ownerUrl,
            authSecret: server.authSecret,
          })
        : read,
    )
    if (!asItIs) await bringUpToDate(env().migrationUrl, env().databaseUrl)
    return await work().finally(() => stopSending().then(() => connection().end()))
  } finally {
    await server?.stop()
  }
}
