import { type SQL, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { guardSources, guards, neverDeleted, writtenOnce } from "@/db/guards"
import { guardDifferences } from "./guards"

const { app, owner } = await testDatabase()

/** What is told after something was done to the guards, which is then undone. */
async function toldOf(...statements: SQL[]): Promise<string[]> {
  let told: string[] = []
  const undo = new Error("undo")
  await owner
    .transaction(async (tx) => {
      for (const statement of statements) await tx.execute(statement)
      told = (await guardDifferences(tx)).map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}

test("every guard that the migrations leave behind is known, with what its function says", async () => {
  const standing = await app.execute<{ table: string; name: string; does: string; source: string }>(
    sql`select relname as table, tgname as name, proname as does, md5(prosrc) as source
      from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
      where not tgisinternal and relnamespace = 'public'::regnamespace`,
  )
  const names = (all: readonly { table: string; name: string }[]) =>
    all.map(({ table, name }) => `${table} ${name}`).sort()
  expect(names(guards)).toEqual(names(standing))
  for (const { does, source } of standing)
    expect([does, guardSources[does]]).toEqual([does, source])
  expect(await guardDifferences(app)).toEqual([])
})

test("every one that is dropped is told by its name", async () => {
  for (const { table, name } of guards)
    expect(
      await toldOf(sql`drop trigger ${sql.identifier(name)} on ${sql.identifier(table)}`),
    ).toEqual([`table ${table}: its guard ${name} is gone: rows could be changed without a trace`])
})

test.each<[string, SQL[], RegExp]>([
  [
    "a guard that was switched off",
    [sql`alter table compendia disable trigger compendia_written_once`],
    /^table compendia: its guard compendia_written_once is switched off$/,
  ],
  [
    "a guard that lets updates pass",
    [
      sql`drop trigger reports_written_once on reports`,
      sql`create trigger reports_written_once before delete on reports for each row execute function refuse_change()`,
    ],
    /^table reports: its guard reports_written_once does not guard what it did$/,
  ],
  [
    "a function that lets everything pass",
    [
      sql`create or replace function ledger_entry_follows() returns trigger language plpgsql as $$ begin return new; end $$`,
    ],
    /^table ledger_entries: its guard ledger_entries_follow calls ledger_entry_follows, which was changed$/,
  ],
  [
    "a right to change",
    [sql`grant update on editions to public`],
    /^table editions: everybody was given the right to update, /,
  ],
  [
    "a right to change one column",
    [sql`grant update (sha256) on reports to public`],
    /^table reports: everybody was given the right to update, /,
  ],
  [
    "a right to delete and empty",
    [sql`grant delete, truncate on record_names to public`],
    /^table record_names: everybody was given the right to delete, truncate, /,
  ],
])("tells of %s", async (_, statements, expected) => {
  const told = await toldOf(...statements)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(expected)
})

test("the application itself may neither change nor delete what is published", async () => {
  const may = async (table: string, right: string) => {
    const [row] = await app.execute<{ may: boolean }>(
      sql`select has_table_privilege(${table}, ${right}) as may`,
    )
    return row?.may
  }
  for (const table of writtenOnce)
    for (const right of ["update", "delete", "truncate"])
      expect([table, right, await may(table, right)]).toEqual([table, right, false])
  for (const table of neverDeleted)
    for (const right of ["delete", "truncate"])
      expect([table, right, await may(table, right)]).toEqual([table, right, false])
})
