import { afterAll } from "vitest"
import { connection } from "@/lib/platform/database"
import { stopSending } from "@/lib/platform/jobs"
import { closeMail } from "@/lib/reactions/hand-over"

// Run around each test file that has its process in turn with others (docs/decisions/0073): what it found of
// this process the next one finds too. The processes that read files stay: they know nothing of who asked.

const settings = { ...process.env }
/** What the portal keeps for its whole process: its pool, its settings, its clock. */
const kept = () => Object.keys(globalThis).filter((name) => name.startsWith("rapporteur"))

afterAll(async () => {
  if ("rapporteurConnection" in globalThis) {
    await stopSending()
    await connection().end()
  }
  closeMail()
  for (const name of kept()) Reflect.deleteProperty(globalThis, name)
  for (const name of Object.keys(process.env))
    if (!(name in settings)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, settings)
})
