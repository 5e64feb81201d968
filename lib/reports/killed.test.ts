import { sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type ActingProcess, ActingProcesses } from "@/e2e/support/acting-process"
import { changesOf, stateOf } from "@/e2e/support/database-state"
import { publishScenes } from "@/e2e/support/publish-scenes"
import { verifyRecord } from "@/lib/record/verify/verify"

vi.setConfig({ testTimeout: 600_000 })

const { owner, appUrl } = await testDatabase()
const servers = await ActingProcesses.of(appUrl)
afterAll(() => servers.end())

/** Resolves when the database has let go of all that a killed server held. */
const letGo = ({ line }: ActingProcess) =>
  vi.waitFor(async () => {
    const [{ n } = { n: -1 }] = await owner.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity where pid in ${[...line.backends]}`)
    expect(n).toBe(0)
  })

/** What everybody is told who presses again when it is done. */
const isDone = {
  "a first version": {
    key: "report.published",
    values: { version: 1, by: "Tove Lindqvist", same: "yes" },
  },
  "a correction": {
    key: "report.published",
    values: { version: 2, by: "Hyejin Abara", same: "yes" },
  },
  "a withdrawal": { key: "correction.withdrawn" },
  "reports of the past": { key: "archive.gone" },
}

/** What a whole deed changes: a word that stands elsewhere too is counted up, and is no row more. */
function wholeOf(...states: Parameters<typeof changesOf>): Record<string, number> {
  const changes = changesOf(...states)
  const words = "public.search_words"
  return words in changes ? { ...changes, [words]: 0 } : changes
}

/**
 * Where a server can leave something: at what it writes or locks, and at the end. A death in front of a read
 * leaves what one in front of the next write would.
 */
const leaves = (statement: string) =>
  /^\s*(?:insert|update|delete|with|commit|call)\b|\bfor (?:no key )?(?:update|share)\b|_lock\w*\(|\bset_config\(/i.test(
    statement,
  )

for (const [what, arrange] of Object.entries(publishScenes))
  test(`a server that is killed at any write of ${what} leaves all or nothing`, async () => {
    const [living, dying, late] = [await arrange(owner), await arrange(owner), await arrange(owner)]
    type Scene = typeof living
    const press = (server: ActingProcess, { act, actor, input }: Scene) =>
      server.act(act, actor, input)

    const before = await stateOf(owner)
    const server = await servers.next()
    server.line.watch()
    expect(await press(server, living)).toEqual([{ done: expect.anything() }])
    const statements = [...server.line.statements]
    expect(statements.at(-1)).toBe("commit")
    const untouched = await stateOf(owner)
    const whole = wholeOf(before, untouched)

    // The same one each time: of what died before, nothing may be left, not even a lock.
    const deaths = statements.flatMap((statement, place) => (leaves(statement) ? [place + 1] : []))
    expect(deaths.at(-1)).toBe(statements.length)
    for (const at of deaths) {
      const killed = await servers.next()
      killed.dieAt(at)
      expect({ at, said: await press(killed, dying) }).toEqual({ at, said: null })
      expect(killed.line.statements).toHaveLength(at)
      await letGo(killed)
      expect({ at, changes: changesOf(untouched, await stateOf(owner)) }).toEqual({
        at,
        changes: {},
      })
    }
    expect(await press(server, dying)).toEqual([{ done: expect.anything() }])
    const again = await stateOf(owner)
    expect(wholeOf(untouched, again)).toEqual(whole)

    // It is done in the database, and nobody has heard so.
    const killed = await servers.next()
    killed.dieAt(/^commit$/, "done")
    expect(await press(killed, late)).toBeNull()
    await letGo(killed)
    const end = await stateOf(owner)
    expect(wholeOf(again, end)).toEqual(whole)
    expect(await press(server, late)).toMatchObject([isDone[what as keyof typeof isDone]])
    expect(await stateOf(owner)).toEqual(end)
    expect((await verifyRecord()).differences).toEqual([])
    await server.kill()
  })
