import type { ServerResponse } from "node:http"

/** Node holds the head of an answer under these names, from when it is written until it is sent. */
type Outgoing = ServerResponse & { _header?: string | null; _headerSent?: boolean }

type Written = {
  head: string
  shared: boolean
  /** Head and body in one piece, which go out faster; null where there is no body, or much of it. */
  whole: Buffer | null
}

/** What was written in this second of the clock, whose date it bears. */
const written = new Map<Head, Written>()
let second = 0
let room = 0

/** What is held of one second, and the largest body in it, in bytes. */
const mostOfASecond = 16 * 1024 * 1024
const largest = 64 * 1024

/**
 * The head of an answer that is given many times. Node checks and joins some twenty lines anew for every
 * answer, a third of what a kept page costs it; what it wrote once is therefore given again until the
 * second of its date is over. A version of Node that keeps it elsewhere writes it every time.
 */
export class Head {
  constructor(
    readonly status: number,
    readonly lines: readonly string[],
  ) {}

  /**
   * Gives an answer with this body, or without one as to HEAD. `shared` says to nginx besides that it
   * may give the answer to others until this second of the clock is over.
   */
  give(response: Outgoing, body: Buffer | null, shared: boolean): void {
    const now = Math.floor(Date.now() / 1000)
    if (now !== second) begin(now)
    // Whoever is to hang up hears it in the head, so that theirs is another.
    const usual = response.shouldKeepAlive
    const again = usual ? written.get(this) : undefined
    if (again && again.shared === shared) {
      response.statusCode = this.status
      response._header = again.head
      if (body === null || again.whole === null) response.end(body)
      else sendWhole(response, again.whole)
      return
    }
    // Before all others: nginx up to 1.22 goes by whichever it reads first.
    const said = shared ? ["x-accel-expires", `@${now}`, ...this.lines] : [...this.lines]
    response.writeHead(this.status, said)
    if (usual) this.#keep(response, body, shared)
    response.end(body)
  }

  #keep({ _header: head, _headerSent: isSent }: Outgoing, body: Buffer | null, shared: boolean) {
    if (typeof head !== "string" || isSent !== false) return
    const isSmall = body !== null && body.length <= largest
    const whole = isSmall ? Buffer.concat([Buffer.from(head, "latin1"), body]) : null
    const size = head.length + (whole?.length ?? 0)
    if (size > room) return
    room -= size
    written.set(this, { head, shared, whole })
  }
}

/**
 * Ends an answer whose head and body are one piece. Through `end` it would go out as three, one of them
 * empty. The answer lasts until the reader's line has taken all of it, as it does there.
 */
function sendWhole(response: Outgoing, whole: Buffer): void {
  response._headerSent = true
  const line = response.socket
  // There is none while an answer before this one is still on its way.
  if (line?.writable) line.write(whole, () => response.end())
  else response.end(whole)
}

function begin(now: number): void {
  written.clear()
  second = now
  room = mostOfASecond
}
