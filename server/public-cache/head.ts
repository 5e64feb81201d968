import type { ServerResponse } from "node:http"

/** Node holds the head of an answer under this name, from when it is written until it is sent. */
type Outgoing = ServerResponse & { _header?: string | null }

/**
 * The head of an answer that is given many times. Node checks and joins some twenty lines anew for every
 * answer, a third of what a kept page costs it; what it wrote once is therefore given again until the
 * second of its date is over. A version of Node that keeps it elsewhere writes it every time.
 */
export class Head {
  #written: string | null = null
  #second = 0
  #shared = false

  constructor(
    readonly status: number,
    readonly lines: readonly string[],
  ) {}

  /**
   * Makes an answer ready for its body, which must be given whole to `end`. `shared` says to nginx
   * besides that it may give the answer to others until this second of the clock is over.
   */
  write(response: Outgoing, shared: boolean): void {
    const second = Math.floor(Date.now() / 1000)
    // Whoever is to hang up hears it in the head, so that theirs is another.
    const usual = response.shouldKeepAlive
    if (usual && this.#written && second === this.#second && shared === this.#shared) {
      response.statusCode = this.status
      response._header = this.#written
      return
    }
    // Before all others: nginx up to 1.22 goes by whichever it reads first.
    const said = shared ? ["x-accel-expires", `@${second}`, ...this.lines] : [...this.lines]
    response.writeHead(this.status, said)
    if (!usual) return
    this.#written = response._header ?? null
    this.#second = second
    this.#shared = shared
  }
}
