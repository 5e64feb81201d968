import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { Job, Samples } from "./clients"

/** The clients in their process. */
export class Crew {
  readonly #child: ChildProcess

  constructor() {
    this.#child = fork(fileURLToPath(new URL("clients.ts", import.meta.url)), {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", 2, 2, "ipc"],
    })
  }

  /** Resolves when a job is done, to what it measured. */
  async do(job: Job): Promise<Samples> {
    const answer = once(this.#child, "message")
    this.#child.send(job)
    const [said] = (await answer) as [{ result: Samples | null; error?: string }]
    if (said.error) throw new Error(said.error)
    return said.result ?? { arrived: [], saved: [] }
  }

  end(): void {
    this.#child.kill()
  }
}
