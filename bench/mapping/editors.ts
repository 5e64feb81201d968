import { randomUUID } from "node:crypto"
import { asc, eq } from "drizzle-orm"
import { connect } from "@/db/client"
import { mappingChanges, mappingRows } from "@/db/schema/mapping"
import type { Filled } from "./fill"

/** Editors share so many rows, so that their words meet. */
const shared = 40
/** Between two saves of one editor, in milliseconds: somebody who fills cells fast. */
const pause = 500

type Editor = { origin: string; cookie: string; name: number }
type Answer = { change?: number } & Partial<Record<"cells" | "clashes", { revision: number }[]>>
type Asked = { value: unknown; field: "suggests" | "activities"; rowId: string }

export type Edited = {
  /** Milliseconds of each save, as the page waits for it. */
  saved: number[]
  /** From the save's going out until a page of the other server is told. */
  seen: number[]
  clashes: number
  /** Saved cells with activities, and rows that were added and put first in their area. */
  activities: number
  rows: number
  /** Acknowledged values, rows and moves that are not in the history, and unheard changes. */
  lost: number
  unheard: number
}

/**
 * Ten people work in the same rows over two servers for `time` milliseconds: four rounds in six write words,
 * one writes activities, one adds a row and moves it. At the end everything that was acknowledged is looked
 * for in the history.
 */
export async function editTogether(
  filled: Filled,
  { origins, ownerUrl, time }: { origins: readonly string[]; ownerUrl: string; time: number },
): Promise<Edited> {
  const address = `/desk/${filled.groupSlug}/mapping/${filled.mandateSlug}`
  const rows = filled.rowIds.slice(0, shared)
  const { db, end } = connect(ownerUrl, { max: 1 })
  const before = await newest(db, filled.mappingId)
  const areas = await db
    .selectDistinct({ areaId: mappingRows.areaId })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, filled.mappingId))
  const went = new Map<string, number>()
  const seen: number[] = []
  const heard = new Set<number>()
  const over = new AbortController()
  const ears = origins.map((origin, place) =>
    listen(`${origin}${address}/changes`, filled.cookies[0] ?? "", over.signal, {
      since: before,
      told: ({ change, after }) => {
        heard.add(change * origins.length + place)
        const began = went.get(`${1 - place} ${wordsOf(after)}`)
        if (began !== undefined) seen.push(performance.now() - began)
      },
    }),
  )
  const kept: string[] = []
  const saved: number[] = []
  const count = { clashes: 0, activities: 0, rows: 0 }
  const until = performance.now() + time
  const post = async ({ origin, cookie }: Editor, at: "cells" | "rows", body: unknown) => {
    const answer = await fetch(`${origin}${address}/${at}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify(body),
    })
    if (!answer.ok && answer.status !== 409)
      throw new Error(`A save was answered with ${answer.status}`)
    return { isSaved: answer.ok, read: (await answer.json()) as Answer }
  }
  const write = async (editor: Editor, known: Map<string, number>, asked: Asked) => {
    const { rowId, field, value } = asked
    for (;;) {
      const base = known.get(`${rowId} ${field}`) ?? 0
      const began = performance.now()
      went.set(`${origins.indexOf(editor.origin)} ${wordsOf(value)}`, began)
      const { isSaved, read } = await post(editor, "cells", {
        cells: [{ rowId, field, base, value }],
      })
      const [cell] = read.cells ?? read.clashes ?? []
      if (!cell) throw new Error("A save was answered without the cell")
      known.set(`${rowId} ${field}`, cell.revision)
      if (isSaved) {
        saved.push(performance.now() - began)
        kept.push(`${rowId} ${cell.revision} ${wordsOf(value)}`)
        return
      }
      count.clashes++
    }
  }
  const addAndMove = async (editor: Editor) => {
    const [rowId, areaId] = [randomUUID(), areas[editor.name % areas.length]?.areaId]
    const added = await post(editor, "rows", { kind: "add", id: rowId, areaId })
    if (added.isSaved) kept.push(`${rowId} added`)
    const moved = await post(editor, "rows", { kind: "move", rowId, areaId, after: null })
    if (moved.isSaved) kept.push(`${rowId} moved`)
    count.rows++
  }
  const edit = async (editor: Editor) => {
    const known = new Map<string, number>()
    for (let round = 0; performance.now() < until; round++) {
      const rowId = rows[(editor.name * 7 + round * 3) % rows.length] ?? ""
      const value = `Editor ${editor.name}, round ${round}`
      if (round % 6 === 5) await addAndMove(editor)
      else if (round % 6 === 4) {
        await write(editor, known, { rowId, field: "activities", value: [activityOf(value)] })
        count.activities++
      } else await write(editor, known, { rowId, field: "suggests", value })
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
    const written = new Set(
      history.flatMap(({ rowId, field, revision, after }) => [
        `${rowId} ${field}`,
        `${rowId} ${revision} ${wordsOf(after)}`,
      ]),
    )
    const wanted = history.filter(({ change }) => change > before).length * origins.length
    for (let tries = 0; heard.size < wanted && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    const lost = kept.filter((one) => !written.has(one)).length
    return { ...{ saved, seen, ...count, lost }, unheard: wanted - heard.size }
  } finally {
    over.abort()
    await Promise.allSettled(ears)
    await end()
  }
}

const activityOf = (title: string) => ({
  ...{ id: randomUUID(), title, kind: "workshop", years: [2025], link: "", body: "" },
})

/** By what a value is known again: a text by itself, activities by the title of the first. */
const wordsOf = (value: unknown): string =>
  Array.isArray(value) ? String(value[0]?.title) : String(value)

async function newest(db: ReturnType<typeof connect>["db"], mappingId: string): Promise<number> {
  return db.$count(mappingChanges, eq(mappingChanges.mappingId, mappingId))
}

type Told = { change: number; after: unknown }

/** Hears all that is told after a change; a line that the portal ends is opened again from there, as pages do. */
async function listen(
  address: string,
  cookie: string,
  signal: AbortSignal,
  { since, told }: { since: number; told: (one: Told) => void },
): Promise<void> {
  for (let newest = since; !signal.aborted; ) {
    const answer = await fetch(`${address}?since=${newest}`, { headers: { cookie }, signal })
    if (!answer.ok || !answer.body) throw new Error(`Listening was answered with ${answer.status}`)
    const decoder = new TextDecoder()
    let rest = ""
    for await (const chunk of answer.body) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n\n")
      rest = parts.pop() ?? ""
      for (const part of parts) {
        const data = /^event: changes\ndata: (.*)$/s.exec(part)?.[1]
        for (const one of data ? (JSON.parse(data).changes as Told[]) : []) {
          newest = Math.max(newest, one.change)
          told(one)
        }
      }
    }
  }
}
