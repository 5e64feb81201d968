import { once } from "node:events"
import { type AddressInfo, createConnection, createServer, type Socket } from "node:net"
import { sql } from "drizzle-orm"
import { expect, test, vi } from "vitest"
import { connect } from "./client"
import { testDatabase } from "./factories/database"

const { owner, ownerUrl } = await testDatabase()

/** A line to the database that can be cut without a word, as a network cuts it. */
async function line() {
  const { hostname, port } = new URL(ownerUrl)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = createConnection(Number(port), hostname)
    for (const end of [near, far]) {
      end.on("error", () => undefined)
      ends.add(end)
    }
    near.pipe(far).pipe(near)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const url = new URL(ownerUrl)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const cut = () => {
    for (const end of ends) end.destroy()
    ends.clear()
  }
  return { url: url.href, cut, close: () => server.close() }
}

test("a line that is cut in the middle fails its change alone, and the next one gets another line", async () => {
  const { url, cut, close } = await line()
  const portal = connect(url, { max: 1, name: "cut in the middle" })
  for (const _time of [1, 2, 3]) {
    const failed = portal.db
      .transaction((tx) => tx.execute(sql`select pg_sleep(60)`))
      .then(
        () => "done",
        (error: unknown) => error,
      )
    await vi.waitFor(async () =>
      expect(
        await owner.execute(sql`select 1 from pg_stat_activity
          where application_name = 'cut in the middle' and query like '%pg_sleep(60)%' and state = 'active'`),
      ).toHaveLength(1),
    )
    cut()
    expect(await failed).toMatchObject({ code: "CONNECTION_CLOSED" })
    await owner.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'cut in the middle' and query like '%pg_sleep(60)%'`)
    expect(await portal.db.transaction((tx) => tx.execute(sql`select 1 as one`))).toEqual([
      { one: 1 },
    ])
  }
  await portal.end()
  close()
})
