import { sql } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { listenForChanges } from "./listen"

const { app, owner, appUrl } = await testDatabase()
const heard: string[] = []
const errors: unknown[] = []
const listener = listenForChanges({
  url: appUrl,
  cache: {
    forget: (change) => heard.push(change),
    hearing: (yes) => heard.push(yes ? "(hearing)" : "(deaf)"),
  },
  onError: (error) => errors.push(error),
})
afterAll(() => listener.close())

test("a change is heard when it is committed, and not when it is taken back", async () => {
  await listener.ready
  await app.transaction(async (tx) => {
    await tx.execute(sql`select pg_notify('public_changed', 'wg-a')`)
    await app.execute(sql`select 1`)
    expect(heard).toEqual(["(hearing)"])
  })
  await app
    .transaction(async (tx) => {
      await tx.execute(sql`select pg_notify('public_changed', 'wg-b')`)
      throw new Error("taken back")
    })
    .catch(() => undefined)
  await app.execute(sql`select pg_notify('public_changed', '*')`)
  await vi.waitFor(() => expect(heard).toEqual(["(hearing)", "wg-a", "*"]))
})

test("when the connection drops the cache is deaf at once, and hears again by itself", async () => {
  heard.length = 0
  await app.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapporteur public pages' and datname = current_database()`,
  )
  await vi.waitFor(() => expect(heard).toEqual(["(deaf)", "(hearing)"]), { timeout: 5_000 })
  await app.execute(sql`select pg_notify('public_changed', 'wg-c')`)
  await vi.waitFor(() => expect(heard.at(-1)).toBe("wg-c"))
})

test("closing ends the connection", async () => {
  await listener.close()
  expect(heard.at(-1)).toBe("(deaf)")
  // The database notices a moment later that nobody is there any more.
  await vi.waitFor(async () => {
    const [row] = await owner.execute(
      sql`select count(*)::int as count from pg_stat_activity where application_name = 'rapporteur public pages' and datname = current_database()`,
    )
    expect(row).toEqual({ count: 0 })
  })
})
