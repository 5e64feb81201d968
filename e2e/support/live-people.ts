import type { Database, Reader } from "@/db/client"
import { makeSession } from "@/db/factories/sessions"
import { plainText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { Writer } from "./live-client"

/** Opens lines to the minutes of one meeting for people who are signed in, and closes them all again. */
export class Room {
  #writers: Writer[] = []

  constructor(
    private readonly owner: Database,
    private readonly meetingId: string,
  ) {}

  /** A line of somebody to the server at `origin`, opened as soon as that answers. */
  async join(who: { accountId: string }, origin: string, from?: string): Promise<Writer> {
    const cookie = `rapporteur=${await makeSession(this.owner, who.accountId)}`
    const writer = new Writer({ origin, meetingId: this.meetingId, cookie, ...(from && { from }) })
    this.#writers.push(writer)
    return writer
  }

  empty(): void {
    for (const writer of this.#writers) writer.leave()
    this.#writers = []
  }
}

/** The words of the minutes as whoever reads them gets them from the database. */
export async function keptWords(reader: Reader, meetingId: string): Promise<string[]> {
  const current = await getCurrentText(reader, meetingId)
  if (!current) throw new Error("There are no minutes")
  return plainText(current.text).split(/\s+/).filter(Boolean)
}

/** Which of the words `expected` are missing in a text, and which stand there more than once. */
export function compareWords(text: readonly string[], expected: Iterable<string>) {
  const counts = new Map<string, number>()
  for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1)
  const all = [...expected]
  return {
    missing: all.filter((word) => !counts.has(word)),
    twice: [...counts].filter(([, count]) => count > 1).map(([word]) => word),
  }
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Somebody who types numbered words, one every few milliseconds, whatever happens to the line. */
export class Typist {
  /** The mark behind every word, in the order of typing. */
  readonly #marks: number[] = []
  #timer: NodeJS.Timeout | null = null

  constructor(
    readonly writer: Writer,
    private readonly name: string,
    private readonly section: string,
  ) {}

  begin(every: number): void {
    this.#timer = setInterval(() => this.type(), every)
  }

  type(): void {
    this.writer.type(`${this.name}${this.#marks.length} `, this.section)
    this.#marks.push(this.writer.written)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  get all(): string[] {
    return this.#marks.map((_, number) => this.name + number)
  }

  /** The words that are said to be committed at this moment. */
  get saved(): string[] {
    const { kept } = this.writer
    const count = this.#marks.findLastIndex((mark) => mark <= kept) + 1
    return this.all.slice(0, count)
  }
}
