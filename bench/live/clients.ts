import { setTimeout as pause } from "node:timers/promises"
import * as Y from "yjs"
import { Writer } from "@/e2e/support/live-client"

/** Where the clients go, and what they hold: the first three write, the others read. */
export type Call = { origin: string; meetingId: string; cookies: string[]; seed?: string }
export type Job =
  | { do: "join"; at: string; call: Call }
  | { do: "round"; at: string; keys: number; every: number; asksSaved: boolean }
  | { do: "leave" }
export type Samples = { arrived: number[]; saved: number[] }

const writing = 3
const halls = new Map<string, Writer[]>()

// The clients of a bench in a process of their own, so that what they cost is not the server's.
process.on("message", (job: Job) => {
  work(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on("disconnect", () => process.exit(0))

async function work(job: Job): Promise<Samples | null> {
  if (job.do === "join") halls.set(job.at, await join(job.call))
  else if (job.do === "leave") {
    for (const writer of [...halls.values()].flat()) writer.leave()
    halls.clear()
  } else return round(halls.get(job.at) ?? [], job)
  return null
}

async function join({ origin, meetingId, cookies, seed }: Call): Promise<Writer[]> {
  const writers: Writer[] = []
  for (const cookie of cookies) {
    const writer = new Writer({ origin, meetingId, cookie })
    writers.push(writer)
    await writer.opened(20_000)
    // The bare library begins with nothing: the first one brings the text.
    if (seed && writers.length === 1) Y.applyUpdate(writer.doc, Buffer.from(seed, "base64"))
  }
  const states = () => new Set(writers.map(({ doc }) => Y.encodeStateVector(doc).join()))
  while (states().size > 1) await pause(20)
  return writers
}

type Key = { at: number; clock: number }

/** Keystrokes of the writers in turn, each timed until every reader has it, and until it is called saved. */
async function round(
  hall: readonly Writer[],
  { keys, every, asksSaved }: Extract<Job, { do: "round" }>,
): Promise<Samples> {
  const writers = hall.slice(0, writing)
  const readers = hall.slice(writing)
  const arrived: number[] = []
  const saved: number[] = []
  const typed = new Map<number, Key[]>(writers.map(({ doc }) => [doc.clientID, []]))
  const stops = readers.map(({ doc }) => {
    const seen = new Map<number, number>()
    const look = () => {
      const now = performance.now()
      for (const [client, all] of typed) {
        const clock = Y.getState(doc.store, client)
        let next = seen.get(client) ?? 0
        for (let key = all[next]; key && key.clock <= clock; key = all[++next])
          arrived.push(now - key.at)
        seen.set(client, next)
      }
    }
    doc.on("update", look)
    return () => doc.off("update", look)
  })
  const waits: Promise<void>[] = []
  for (let count = 0; count < keys; count++) {
    const writer = writers[count % writing]
    if (!writer) throw new Error("Nobody writes")
    const at = performance.now()
    const section = [...writer.doc.share.keys()][count % writing] ?? "opening"
    const all = typed.get(writer.doc.clientID) ?? []
    writer.type(count % 6 === 0 ? " " : "e", section)
    all.push({ at, clock: Y.getState(writer.doc.store, writer.doc.clientID) })
    if (asksSaved) {
      const mark = writer.written
      const isKept = writer.until("saved", (me) => me.kept >= mark, 20_000)
      waits.push(isKept.then(() => void saved.push(performance.now() - at)))
    }
    await pause(every)
  }
  await Promise.all(waits)
  while (arrived.length < keys * readers.length) await pause(10)
  for (const stop of stops) stop()
  return { arrived, saved }
}
