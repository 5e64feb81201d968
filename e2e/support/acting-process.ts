import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { inject } from "vitest"
import type { AccountActor } from "@/lib/platform/actor"
import type { Acts, Order, Said } from "./acting"
import { bundle } from "./bundle"
import { type Break, CountedLine } from "./counted-line"

/** A server of its own, without pages, on a line of its own to the database; it can be killed at a statement. */
export class ActingProcess {
  private readonly gone: Promise<unknown>
  readonly ready: Promise<unknown>

  constructor(
    private readonly child: ChildProcess,
    readonly line: CountedLine,
  ) {
    // A listener for each that is told to it at once.
    child.setMaxListeners(0)
    this.gone = once(child, "exit")
    this.ready = Promise.race([
      once(child, "message"),
      this.gone.then(() => Promise.reject(new Error("It ended before it was ready"))),
    ])
    // Told to whoever waits for it.
    this.ready.catch(() => undefined)
  }

  /** Counts its statements anew, and kills it at one of them; see `Break`. */
  dieAt(at: Break["at"], when: Break["when"] = "before"): void {
    this.line.watch({ at, when, act: () => this.child.kill("SIGKILL") })
  }

  /** Does something, so many times at once; null when the process died of it. */
  async act<Name extends keyof Acts>(
    name: Name,
    actor: AccountActor,
    input: Parameters<Acts[Name]>[1],
    times = 1,
  ): Promise<Said[] | null> {
    const answer = once(this.child, "message").then(([said]) => said as Said[])
    const order: Order<Name> = {
      name,
      input,
      times,
      actor: { ...actor, groups: [...actor.groups] },
    }
    this.child.send(order)
    return Promise.race([answer, this.gone.then(() => null)])
  }

  /** As `kill -9`: nothing of it is left. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL")
    await this.gone
    this.line.cut()
  }
}

/** Servers on one database, of which a few are kept loaded, so that a death costs no start. */
export class ActingProcesses {
  private readonly spare: Promise<ActingProcess>[] = []
  private readonly all: Promise<ActingProcess>[] = []

  private constructor(
    private readonly program: string,
    private readonly settings: { databaseUrl: string; smtpUrl: string },
  ) {}

  static async of(
    databaseUrl: string,
    { smtpUrl = "smtp://127.0.0.1:9", spare = 2 } = {},
  ): Promise<ActingProcesses> {
    const program = await bundle(new URL("acting.ts", import.meta.url), {
      ...{ folder: path.join(inject("testRun"), "programs"), wordless: true },
    })
    const processes = new ActingProcesses(program, { databaseUrl, smtpUrl })
    while (processes.spare.length < spare) processes.load()
    return processes
  }

  /** One that is ready; another is loaded in its place. */
  async next(): Promise<ActingProcess> {
    this.load()
    const next = await this.spare.shift()
    if (!next) throw new Error("No server was loaded")
    await next.ready
    return next
  }

  async end(): Promise<void> {
    for (const each of await Promise.allSettled(this.all))
      if (each.status === "fulfilled") await each.value.kill()
  }

  private load(): void {
    const started = this.start()
    // Told to whoever waits for it.
    started.catch(() => undefined)
    this.spare.push(started)
    this.all.push(started)
  }

  private async start(): Promise<ActingProcess> {
    const line = await CountedLine.open(this.settings.databaseUrl)
    const child = spawn(process.execPath, [this.program], {
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        LOG_LEVEL: "silent",
        DATABASE_URL: line.url,
        DATABASE_MIGRATION_URL: line.url,
        AUTH_URL: process.env.AUTH_URL,
        AUTH_SECRET: process.env.AUTH_SECRET,
        SMTP_URL: this.settings.smtpUrl,
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    return new ActingProcess(child, line)
  }
}
