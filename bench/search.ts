import { randomUUID } from "node:crypto"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { loadavg, tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { connect, type Database } from "@/db/client"
import { startEmbedded } from "@/db/embedded"
import { migrate } from "@/db/migrate"
import { groups } from "@/db/schema/groups"
import type { Actor } from "@/lib/platform/actor"
import { findTexts } from "@/lib/search/find"
import { searchInput } from "@/lib/search/input"
import { reachOf } from "@/lib/search/reach"
import { countWords, wordsOfSources } from "@/lib/search/vocabulary"
import { writeTexts } from "@/lib/search/write-texts"
import { type Figures, median, percentile } from "./figures"
import { makeText, vocabulary } from "./search/made-text"
import { asked } from "./search/questions"

const sizes = [10_000, 100_000] as const
const groupsMade = 10
/** Texts of one record: what a long meeting comes to. */
const ofOneRecord = 50
const recordsAtOnce = 20
const rounds = 2
/**
 * What search is held to. The process of the database counts its own computing, so that neighbours on the
 * machine make no difference; where no system counts it, what was waited for.
 */
const mostMilliseconds = 50
const mostGrowth = 2

/** How long questions take in the database at ten and at a hundred thousand texts, for every kind of reader. */
export async function measure(): Promise<Figures> {
  const folder = await mkdtemp(path.join(tmpdir(), "rapporteur-bench-search-"))
  const server = await startEmbedded(folder)
  await migrate(server.ownerUrl, server.appUrl)
  const { db, end } = connect(server.appUrl, { max: 1, name: "bench" })
  const owner = connect(server.ownerUrl, { max: 1, name: "bench owner" })
  try {
    const groupIds = await makeGroups(db)
    const figures: Figures["figures"] = {}
    const at95: number[] = []
    const computed95: number[] = []
    const computed50: number[] = []
    const byKind = new Map<string, number[]>()
    const calibrated95: number[] = []
    let made = 0
    for (const size of sizes) {
      const began = performance.now()
      await fill(db, groupIds, made, size)
      const wrote = (size - made) / ((performance.now() - began) / 1000)
      made = size
      await owner.db.execute(sql`vacuum (analyze) search_texts, search_words`)
      const thousands = `${size / 1000},000 texts`
      figures[`${thousands}, written in a second`] = { value: wrote, unit: "texts" }
      const times = await timesOf(db, groupIds)
      for (const [kind, taken] of times) {
        const of95 = (values: number[]) => ({ value: percentile(values, 95), unit: "ms" })
        const computed = of95(taken.map((each) => each.computed))
        figures[`${thousands}, ${kind}, 95 of 100 within`] = of95(taken.map((each) => each.waited))
        figures[`${thousands}, ${kind}, computed for 95 of 100 within`] = computed
        byKind.set(kind, [...(byKind.get(kind) ?? []), computed.value])
      }
      const all = [...times.values()].flat()
      const waited = all.map((each) => each.waited)
      const computed = all.map((each) => each.computed)
      const bare = median(all.map((each) => each.calibration))
      calibrated95.push(percentile(computed, 95) / (bare || 1))
      at95.push(percentile(waited, 95))
      computed95.push(percentile(computed, 95))
      computed50.push(median(computed))
      const whole: [string, number][] = [
        ["half of all questions within", median(waited)],
        ["95 of 100 questions within", percentile(waited, 95)],
        ["computed for half of all within", median(computed)],
        ["computed for 95 of 100 within", percentile(computed, 95)],
        ["computed for the query that calibrates", bare],
      ]
      for (const [what, value] of whole) figures[`${thousands}, ${what}`] = { value, unit: "ms" }
      figures[`${thousands}, load of the machine`] = { value: loadavg()[0] ?? 0, unit: "" }
    }
    const isCounted = (computed95[1] ?? 0) > 0
    return {
      figures,
      aims: isCounted
        ? {
            "100,000 texts, computed for 95 of 100 within": mostMilliseconds,
            "ten times as many texts, computed for 95 of 100": mostGrowth,
          }
        : {
            "100,000 texts, 95 of 100 questions within": mostMilliseconds,
            "ten times as many texts, 95 of 100": mostGrowth,
          },
      ratios: {
        "ten times as many texts, 95 of 100": (at95[1] ?? 0) / (at95[0] ?? 1),
        "ten times as many texts, computed for 95 of 100":
          (computed95[1] ?? 0) / (computed95[0] || 1),
        "ten times as many texts, computed for half": (computed50[1] ?? 0) / (computed50[0] || 1),
        ...Object.fromEntries(
          [...byKind].map(([kind, [few = 0, many = 0]]) => [
            `ten times as many texts, computed for 95 of 100: ${kind}`,
            many / (few || 1),
          ]),
        ),
        "100,000 texts, computed for 95 of 100 to the query that calibrates": calibrated95[1] ?? 0,
      },
    }
  } finally {
    await Promise.all([end(), owner.end()])
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeGroups(db: Database): Promise<string[]> {
  const names = Array.from({ length: groupsMade }, (_, place) => `wg-bench-${place}`)
  const rows = await db
    .insert(groups)
    .values(names.map((slug) => ({ slug, shortName: slug, name: slug })))
    .returning({ id: groups.id })
  return rows.map(({ id }) => id)
}

/** Writes texts as records do, until there are `size`, some records in one transaction. A third is public. */
async function fill(
  db: Database,
  groupIds: readonly string[],
  from: number,
  size: number,
): Promise<void> {
  for (let first = from; first < size; first += ofOneRecord * recordsAtOnce) {
    const records = Array.from({ length: recordsAtOnce }, (_, record) =>
      Array.from({ length: ofOneRecord }, (_, place) =>
        makeText(first + record * ofOneRecord + place, {
          groupId: groupIds[record % groupIds.length] ?? "",
          isPublic: (first / ofOneRecord + record) % 3 === 0,
        }),
      ),
    )
    await db.transaction(async (tx) => {
      const sources = records.map(() => `meeting:${randomUUID()}`)
      for (const [at, texts] of records.entries()) await writeTexts(tx, sources[at] ?? "", texts)
      await countWords(tx, new Map(), await wordsOfSources(tx, sources))
    })
  }
}

/**
 * What one question took, in milliseconds: for whoever waits, and of the database's own computing; and
 * what a query that is always the same had computed beside it.
 */
type Taken = { waited: number; computed: number; calibration: number }

/** Some milliseconds of plain computing in the database: no table, no index, nothing to remember. */
const calibrate = sql`select count(*) from generate_series(1, 20000) n where md5(n::text) > '5'`

/** Every question by every reader, several times, each kind of question for itself. */
async function timesOf(db: Database, groupIds: readonly string[]): Promise<Map<string, Taken[]>> {
  const member = (ids: readonly string[], secretariat = false): Actor => ({
    kind: "account",
    ...{ accountId: "a", personId: "p", sessionId: "s", name: "Bench", secretariat },
    groups: new Map(ids.map((id) => [id, "member" as const])),
  })
  const readers: Actor[] = [
    { kind: "public" },
    member(groupIds.slice(0, 1)),
    member(groupIds.slice(0, 3)),
    member([], true),
  ]
  const [backend] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  const times = new Map<string, Taken[]>()
  for (let round = 0; round <= rounds; round++) {
    for (const { kind, question } of asked(vocabulary)) {
      for (const reader of readers) {
        const input = searchInput.parse(question)
        const [began, computing] = [performance.now(), await computedBy(backend?.pid)]
        await findTexts(db, reachOf(reader), input, "en")
        const waited = performance.now() - began
        const computed = (await computedBy(backend?.pid)) - computing
        await db.execute(calibrate)
        const calibration = (await computedBy(backend?.pid)) - computing - computed
        const taken = { waited, computed, calibration }
        // The first round brings the tables into memory.
        if (round > 0) times.set(kind, [...(times.get(kind) ?? []), taken])
      }
    }
  }
  return times
}

/** Milliseconds that a process has computed so far; 0 where the system does not say. */
async function computedBy(pid = 0): Promise<number> {
  const said = await readFile(`/proc/${pid}/schedstat`, "utf8").catch(() => "")
  return Number(said.split(" ")[0]) / 1e6 || 0
}
