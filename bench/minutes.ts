import * as Y from "yjs"
import { connect } from "@/db/client"
import { LiveProcess } from "@/e2e/support/live-process"
import { documentOf } from "@/lib/minutes/live/write-document"
import { getCurrentText } from "@/lib/minutes/queries"
import { type Figures, percentile } from "./figures"
import { measureBrowser } from "./live/browser"
import type { Samples } from "./live/clients"
import { Crew } from "./live/crew"
import { fillHall } from "./live/hall"
import { onDatabase } from "./on-database"

const people = 40
const documents = 50
const rounds = 4
/** Keystrokes of a round, and the milliseconds between two: three people who type fast. */
const keys = 180
const every = 40

/** Writing together: ours beside the bare library, in turn, on one machine and with the same clients. */
export async function measure(): Promise<Figures> {
  return onDatabase(async ({ database, closers }) => {
    const hall = await fillHall(database.ownerUrl, people, documents + 1)
    const ours = await LiveProcess.start(database.appUrl)
    closers.push(() => ours.stop())
    const bare = await LiveProcess.start(database.appUrl, { kind: "bare" })
    closers.push(() => bare.stop())
    const crew = new Crew()
    closers.push(() => crew.end())
    const [meetingId = "", ...others] = hall.meetings
    const seed = await textOf(database.appUrl, meetingId)
    const { cookies } = hall
    const call = { meetingId, cookies }
    await crew.do({ do: "join", at: "ours", call: { ...call, origin: ours.origin } })
    await crew.do({ do: "join", at: "bare", call: { ...call, origin: bare.origin, seed } })
    const timed = await race(crew, { ours, bare })
    await crew.do({ do: "leave" })
    const memory = await open(crew, ours, others, cookies.slice(0, 1))
    const { figures, ratios } = figuresOf(timed, memory)
    const inBrowser = await measureBrowser()
    if (!inBrowser) {
      process.stderr.write(
        "Left out: opening the page and typing in it. Name a Chromium in CHROMIUM_PATH.\n",
      )
    }
    return { figures: { ...figures, ...inBrowser }, ratios }
  })
}

async function textOf(url: string, meetingId: string): Promise<string> {
  const { db, end } = connect(url, { max: 1 })
  try {
    const current = await getCurrentText(db, meetingId)
    if (!current) throw new Error("There are no minutes")
    return Buffer.from(Y.encodeStateAsUpdate(documentOf(current.text))).toString("base64")
  } finally {
    await end()
  }
}

type Timed = Samples & { cpu: number; edits: number }
type Sides<T> = Record<"ours" | "bare", T>

async function race(crew: Crew, servers: Sides<LiveProcess>): Promise<Sides<Timed>> {
  const none = (): Timed => ({ arrived: [], saved: [], cpu: 0, edits: 0 })
  const timed = { ours: none(), bare: none() }
  // The first of each only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const at of ["ours", "bare"] as const) {
      const before = await servers[at].figures({ fast: true })
      const samples = await crew.do({ do: "round", at, keys, every, asksSaved: at === "ours" })
      const after = await servers[at].figures({ fast: true })
      if (round === 0) continue
      timed[at].arrived.push(...samples.arrived)
      timed[at].saved.push(...samples.saved)
      timed[at].cpu += after.cpu - before.cpu
      timed[at].edits += keys
    }
  }
  return timed
}

/** Bytes that an open document of this size takes on the server. */
async function open(crew: Crew, ours: LiveProcess, meetings: string[], cookies: string[]) {
  const before = await ours.figures()
  for (const meetingId of meetings) {
    const call = { origin: ours.origin, meetingId, cookies }
    await crew.do({ do: "join", at: meetingId, call })
  }
  const after = await ours.figures()
  const each = (what: "rss" | "heapUsed") =>
    (after[what] - before[what]) / (after.documents - before.documents)
  return { rss: each("rss"), heap: each("heapUsed") }
}

function figuresOf({ ours, bare }: Sides<Timed>, memory: { rss: number; heap: number }): Figures {
  const ms = (value: number) => ({ value, unit: "ms" })
  const mb = (value: number) => ({ value: value / 1024 / 1024, unit: "MB" })
  const cpu = ({ cpu, edits }: Timed) => (cpu / edits) * 1_000
  const p95 = { ours: percentile(ours.arrived, 95), bare: percentile(bare.arrived, 95) }
  const saved = percentile(ours.saved, 95)
  return {
    figures: {
      "a keystroke to 37 readers, median": ms(percentile(ours.arrived, 50)),
      "a keystroke to 37 readers, 95 of 100": ms(p95.ours),
      "bare library, median": ms(percentile(bare.arrived, 50)),
      "bare library, 95 of 100": ms(p95.bare),
      "a keystroke to durable “Saved”, median": ms(percentile(ours.saved, 50)),
      "a keystroke to durable “Saved”, 95 of 100": ms(saved),
      "“Saved” above propagation, 95 of 100": ms(saved - p95.ours),
      "memory of an open document of 10,000 words": mb(memory.rss),
      "of that in the heap": mb(memory.heap),
      "server time for 1,000 edits": ms(cpu(ours)),
      "bare library, server time for 1,000 edits": ms(cpu(bare)),
    },
    ratios: {
      "propagation to bare, median": percentile(ours.arrived, 50) / percentile(bare.arrived, 50),
      "propagation to bare, 95 of 100": p95.ours / p95.bare,
      "server time to bare": cpu(ours) / cpu(bare),
    },
  }
}
