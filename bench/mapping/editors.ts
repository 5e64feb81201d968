import { asc, eq } from "drizzle-orm"
import { connect } from "@/db/client"
import { mappingChanges } from "@/db/schema/mapping"
import type { Filled } from "./fill"

/** Editors share so many rows, so that their words meet. */
const shared = 40
/** Between two saves of one editor, in milliseconds: somebody who fills cells fast. */
const pause = 500

type Editor = { origin: string; cookie: string; name: number }
type Answer = { cells?: { revision: number }[]; clashes?: { revision: number }[] }

export type Edited = {
  /** Milliseconds of each save, as the page waits for it. */
  saved: number[]
  /** From the save's going out until a page of the other server is told. */
  seen: number[]
  clashes: number
  /** Acknowledged values that are not in the history, and unheard changes. */
  lost: number
  unheard: number
}

/**
 * Ten people edit the same rows over two servers for `time` milliseconds; at the end every value that was
 * acknowledged is looked for in the history.
 */
export async function editTogether(
  filled: Filled,
  { origins, ownerUrl, time }: { origins: readonly string[]; ownerUrl: string; time: number },
): Promise<Edited> {
  const address = `/desk/${filled.groupSlug}/mapping/${filled.mandateSlug}`
  const rows = filled.rowIds.slice(0, shared)
  const { db, end } = connect(ownerUrl, { max: 1 })
  const before = await newest(db, filled.mappingId)
  const went = new Map<string, number>()
  const seen: number[] = []
  const heard = new Set<number>()
  const over = new AbortController()
  const ears = origins.map((origin, place) =>
    listen(`${origin}${address}/changes?since=${before}`, filled.cookies[0] ?? "", over.signal, {
      place,
      told: ({ change, after }) => {
        heard.add(change * origins.length + place)
        const began = went.get(`${1 - place} ${after}`)
        if (began !== undefined) seen.push(performance.now() - began)
      },
    }),
  )
  const kept: string[] = []
  const saved: number[] = []
  let clashes = 0
  const until = performance.now() + time
  const edit = async ({ origin, cookie, name }: Editor) => {
    const known = new Map<string, number>()
    for (let round = 0; performance.now() < until; round++) {
      const rowId = rows[(name * 7 + round * 3) % rows.length] ?? ""
      const value = `Editor ${name}, round ${round}`
      for (let isSaved = false; !isSaved; ) {
        const cells = [{ rowId, field: "suggests", base: known.get(rowId) ?? 0, value }]
        const began = performance.now()
        went.set(`${origins.indexOf(origin)} ${value}`, began)
        const answer = await fetch(`${origin}${address}/cells`, {
          method: "POST",
          headers: { "content-type": "application/json", origin, cookie },
          body: JSON.stringify({ cells }),
        })
        const read = (await answer.json()) as Answer
        const [cell] = read.cells ?? read.clashes ?? []
        if (!cell) throw new Error(`A save was answered with ${answer.status}`)
        known.set(rowId, cell.revision)
        isSaved = answer.ok
        if (isSaved) {
          saved.push(performance.now() - began)
          kept.push(`${rowId} ${cell.revision} ${value}`)
        } else clashes++
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  try {
    await Promise.all(
      filled.cookies
        .slice(1, 11)
        .map((cookie, name) =>
          edit({ cookie, name, origin: origins[name % origins.length] ?? "" }),
        ),
    )
    const history = await db
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, filled.mappingId))
      .orderBy(asc(mappingChanges.change))
    const written = new Set(history.map((one) => `${one.rowId} ${one.revision} ${one.after}`))
    const wanted = history.filter(({ change }) => change > before).length * origins.length
    for (let tries = 0; heard.size < wanted && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    const lost = kept.filter((one) => !written.has(one)).length
    return { saved, seen, clashes, lost, unheard: wanted - heard.size }
  } finally {
    over.abort()
    await Promise.allSettled(ears)
    await end()
  }
}

async function newest(db: ReturnType<typeof connect>["db"], mappingId: string): Promise<number> {
  return db.$count(mappingChanges, eq(mappingChanges.mappingId, mappingId))
}

type Told = { change: number; after: unknown }

async function listen(
  address: string,
  cookie: string,
  signal: AbortSignal,
  { told }: { place: number; told: (one: Told) => void },
): Promise<void> {
  const answer = await fetch(address, { headers: { cookie }, signal })
  if (!answer.ok || !answer.body) throw new Error(`Listening was answered with ${answer.status}`)
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of answer.body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n\n")
    rest = parts.pop() ?? ""
    for (const part of parts) {
      const data = /^event: changes\ndata: (.*)$/s.exec(part)?.[1]
      if (data) for (const one of JSON.parse(data).changes as Told[]) told(one)
    }
  }
}
