import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { programOf } from "./program"

const entry = new URL("worker.ts", import.meta.url)
const root = fileURLToPath(new URL("../../", import.meta.url))

/** A real worker on a database, in a process of its own; resolves when it works. */
export async function startWorkerProcess(
  databaseUrl: string,
  smtpUrl = "smtp://127.0.0.1:9",
): Promise<{ end: (signal: "SIGKILL" | "SIGTERM") => Promise<void> }> {
  const child = spawn(process.execPath, await programOf(entry), {
    cwd: root,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
      DATABASE_MIGRATION_URL: databaseUrl,
      AUTH_URL: "http://localhost:3000",
      AUTH_SECRET: "for-tests-only-and-nowhere-else-0000",
      SMTP_URL: smtpUrl,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  const gone = once(child, "exit")
  await Promise.race([
    once(child, "message"),
    gone.then(([status]) => Promise.reject(new Error(`The worker ended with status ${status}`))),
  ])
  return {
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await gone
    },
  }
}
