import { connection } from "@/lib/platform/database"
import { startWorker } from "@/server/worker"

// The worker in a process of its own, without pages, so that a test can kill it.

const worker = await startWorker()
process.on("SIGTERM", () => {
  worker
    .stop()
    .then(() => connection().end())
    .finally(() => process.exit(0))
})
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0))
process.send?.("ready")
