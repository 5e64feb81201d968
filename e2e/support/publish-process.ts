import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { AccountActor } from "@/lib/platform/actor"
import type { publishMinutes } from "@/lib/reports/publish"

const entry = fileURLToPath(new URL("publish.ts", import.meta.url))
const root = fileURLToPath(new URL("../../", import.meta.url))

/** What one press of the button came to. */
export type Said = {
  version?: number
  key?: string
  values?: Record<string, string | number>
  data?: unknown
  error?: string
}

/** A server of its own that publishes when it is told to. */
export class PublishProcess {
  private constructor(readonly child: ChildProcess) {}

  static async start(databaseUrl: string): Promise<PublishProcess> {
    const child = spawn(process.execPath, ["--import", "tsx", entry], {
      cwd: root,
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        LOG_LEVEL: "warn",
        DATABASE_URL: databaseUrl,
        DATABASE_MIGRATION_URL: databaseUrl,
        AUTH_URL: "http://localhost:3000",
        AUTH_SECRET: "for-tests-only-and-nowhere-else-0000",
        SMTP_URL: "smtp://127.0.0.1:9",
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    // A listener for every press.
    child.setMaxListeners(0)
    await once(child, "message")
    return new PublishProcess(child)
  }

  /** Presses the button so many times at once; null when the process died of it. */
  async publish(
    actor: AccountActor,
    input: Parameters<typeof publishMinutes>[1],
    {
      times = 1,
      ...death
    }: { times?: number; killAt?: number; cutAt?: number; late?: boolean } = {},
  ): Promise<{ said: Said[]; statements: number } | null> {
    const gone = once(this.child, "exit").then(() => null)
    this.child.send({
      ...{ input, times, ...death },
      actor: { ...actor, groups: [...actor.groups] },
    })
    const answer = once(this.child, "message").then(([said]) => said)
    return Promise.race([answer, gone])
  }

  end(): void {
    this.child.kill("SIGKILL")
  }
}
