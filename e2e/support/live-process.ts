import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { freePort } from "./portal"
import { programOf } from "./program"

const entry = new URL("live-server.ts", import.meta.url)
const root = fileURLToPath(new URL("../../", import.meta.url))

/** Milliseconds of processor time since its start, bytes in memory after a collection, open documents. */
export type Figures = { cpu: number; heapUsed: number; rss: number; documents: number }

type Options = {
  /** `bare` is the library alone. */
  kind?: "ours" | "bare"
  /** Keeps the next one loaded, so that after a death it is there within a moment. */
  spare?: boolean
}

/** A server of the line in a process of its own, always at the same port, that can be killed. */
export class LiveProcess {
  #child: ChildProcess | null = null
  #spare: ChildProcess | null = null
  readonly #settings: Record<string, string>
  readonly #hasSpare: boolean
  /** What it printed so far. */
  said = ""

  private constructor(
    databaseUrl: string,
    private readonly program: string[],
    readonly port: number,
    { kind = "ours", spare = false }: Options,
  ) {
    this.#hasSpare = spare
    this.#settings = {
      ...{ LIVE_SERVER: kind, LIVE_PORT: String(port), LOG_LEVEL: "warn" },
      ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: databaseUrl },
      ...{ AUTH_URL: this.origin, AUTH_SECRET: "for-tests-only-and-nowhere-else-0000" },
      SMTP_URL: "smtp://127.0.0.1:9",
    }
  }

  /** Resolves when it listens. */
  static async start(databaseUrl: string, options: Options = {}): Promise<LiveProcess> {
    const made = new LiveProcess(databaseUrl, await programOf(entry), await freePort(), options)
    await made.again()
    return made
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get isAlive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** Starts it anew after its end. */
  async again(): Promise<void> {
    const child = this.#spare ?? this.#spawn()
    this.#child = child
    const gone = once(child, "exit").then(() => {
      throw new Error(`The server ended before it listened. It said:\n${this.said}`)
    })
    const ready = once(child, "message")
    child.send("begin")
    await Promise.race([ready, gone])
    gone.catch(() => undefined)
    this.#spare = this.#hasSpare ? this.#spawn() : null
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, ["--expose-gc", ...this.program], {
      cwd: root,
      env: { NODE_ENV: "production", PATH: process.env.PATH, ...this.#settings },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    })
    const listen = (chunk: Buffer) => {
      this.said = (this.said + chunk).slice(-2_000_000)
    }
    child.stdout?.on("data", listen)
    child.stderr?.on("data", listen)
    return child
  }

  /** Ends it without a word, as a power cut does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL")
  }

  async stop(): Promise<void> {
    this.#spare?.kill("SIGKILL")
    await this.#end("SIGTERM")
  }

  /** What it uses; without a collection before it when `fast`. */
  async figures({ fast = false } = {}): Promise<Figures> {
    const answer = once(this.#child ?? never(), "message")
    this.#child?.send(fast ? "time" : "figures")
    const [figures] = await answer
    return figures as Figures
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.#child || !this.isAlive) return
    const gone = once(this.#child, "exit")
    this.#child.kill(signal)
    await gone
  }
}

function never(): never {
  throw new Error("No server runs")
}
