import { createHash } from "node:crypto"
import type { Writable } from "node:stream"
import { readMigrationFiles } from "drizzle-orm/migrator"
import type postgres from "postgres"
import { migrationsFolder } from "../migrate"
import { linesIn } from "./dump"
import {
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
  backupHeader,
  backupManifest,
  jobsPlace,
  jobsTable,
} from "./model"
import type { Member } from "./tar"

/** A backup cannot be brought back, and why: nothing was changed. */
export class RestoreError extends Error {
  override name = "RestoreError"
}

/** A value added to a kind can be used in the transaction that made the kind: 15 refuses it, 18 is what we test with. */
const oldest = 18

/** Throws unless the database can be filled in one transaction. */
export async function assertNewEnough(sql: postgres.Sql): Promise<void> {
  const [server] = await sql`select current_setting('server_version_num')::int / 10000 as version`
  if (server?.version < oldest)
    throw new RestoreError(
      `The database is Postgres ${server?.version}. A backup is brought back into Postgres ${oldest} or newer.`,
    )
}

/** Throws unless the database holds no table at all. */
export async function assertEmpty(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`
    select count(*)::int as tables from pg_class
      where relkind in ('r', 'p') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
        and relnamespace::regnamespace::text not like 'pg\\_%'
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`
  if (row?.tables > 0)
    throw new RestoreError(
      "The database is not empty, and a backup never goes over something. Give it an empty one: " +
        "another RAPPORTEUR_DATA, or a new database in DATABASE_URL that nothing was started on.",
    )
}

/**
 * Fills an empty database from the members of an archive, in one transaction: the tables in the shape that
 * they had, every row, and then every guard and reference again. Checks counts and hashes against the manifest.
 */
export async function load(
  sql: postgres.ReservedSql,
  members: AsyncGenerator<Member>,
): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  await sql`begin`
  try {
    const first = await members.next()
    if (first.done || first.value.name !== "backup.json")
      throw new RestoreError("This is no backup of Rapporteur.")
    const header = readHeader(first.value.bytes)
    await makeShape(sql, header)
    const references = await dropReferences(sql)
    await guards(sql, "disable")
    const manifest = await loadTables(sql, header, members)
    await guards(sql, "enable")
    for (const { table, name, definition } of references)
      await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`)
    for (const { name, last, called } of header.sequences)
      await sql`select setval(${name}::regclass, ${last}::bigint, ${called})`
    await sql`delete from sessions`
    await sql`delete from sign_in_tokens`
    await sql`commit`
    return { header, manifest }
  } catch (error) {
    await sql`rollback`
    throw error
  }
}

function readHeader(bytes: Buffer): BackupHeader {
  const parsed = backupHeader.safeParse(JSON.parse(bytes.toString()))
  if (parsed.success) return parsed.data
  throw new RestoreError("This backup has a form that this version does not know.")
}

/** Applies the migrations that the backup had, and no more: what comes after them goes over the filled tables. */
async function makeShape(sql: postgres.ReservedSql, { migrations }: BackupHeader): Promise<void> {
  const ours = readMigrationFiles({ migrationsFolder })
  if (migrations.length > ours.length)
    throw new RestoreError("The backup was made by a newer version. Install that one first.")
  if (migrations.some((hash, place) => ours[place]?.hash !== hash))
    throw new RestoreError("The backup was made by a version that is not in this one's past.")
  await sql`create table migrations (id serial primary key, hash text not null, created_at bigint)`
  for (const { sql: statements } of ours.slice(0, migrations.length))
    for (const statement of statements) await sql.unsafe(statement)
  // No temporary one: it outlives whatever goes wrong between here and the queues.
  await sql`create schema restored`
  await sql`create table ${sql(jobsPlace)} (name text, data jsonb, start_after timestamptz)`
}

/** Rows come in the order of table names, so that references can only hold at the end; then all are checked. */
async function dropReferences(sql: postgres.ReservedSql) {
  const references = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`
  for (const { table, name } of references)
    await sql.unsafe(`alter table ${table} drop constraint "${name}"`)
  return references
}

async function guards(sql: postgres.ReservedSql, state: "enable" | "disable"): Promise<void> {
  const tables = await sql`
    select distinct tgrelid::regclass::text as name from pg_trigger
      join pg_class on pg_class.oid = tgrelid
      where not tgisinternal and relnamespace = 'public'::regnamespace`
  for (const { name } of tables) await sql.unsafe(`alter table ${name} ${state} trigger user`)
}

async function loadTables(
  sql: postgres.ReservedSql,
  header: BackupHeader,
  members: AsyncGenerator<Member>,
): Promise<BackupManifest> {
  // Some migrations fill a table themselves; what the backup holds is all that there was.
  for (const { name } of header.tables) await sql.unsafe(`delete from ${placeOf(name)}`)
  const loaded = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>()
  const copy = copyInto(sql)
  try {
    for await (const { name: member, bytes } of members) {
      if (member === "manifest.json") {
        await copy.end()
        return checked(header, backupManifest.parse(JSON.parse(bytes.toString())), loaded)
      }
      const name = /^tables\/([a-z0-9_]+)\/\d+\.copy$/.exec(member)?.[1]
      const table = header.tables.find((each) => each.name === name)
      if (!table) throw new RestoreError(`The backup holds ${member}, which it does not announce.`)
      const counted = loaded.get(table.name) ?? { rows: 0, hash: createHash("sha256") }
      counted.rows += linesIn(bytes)
      counted.hash.update(bytes)
      loaded.set(table.name, counted)
      await copy.write(table, bytes)
    }
    throw new RestoreError("The backup has no end: it was not copied whole.")
  } catch (error) {
    copy.fail()
    throw error
  }
}

const placeOf = (name: string) => (name === jobsTable.name ? jobsPlace : `"${name}"`)

/** One COPY after the other, each as long as pieces of its table come. */
function copyInto(sql: postgres.ReservedSql) {
  let open: { name: string; stream: Writable } | null = null
  const end = async () => {
    const stream = open?.stream
    open = null
    if (!stream) return
    stream.end()
    // The driver tells nobody that Postgres refused a COPY at its end; the next statement does.
    await sql`select`
  }
  return {
    end,
    async write({ name, columns }: BackupTable, bytes: Buffer) {
      if (open?.name !== name) {
        await end()
        const list = columns.map((column) => `"${column}"`).join(", ")
        const stream: Writable = await sql
          .unsafe(`copy ${placeOf(name)} (${list}) from stdin`)
          .writable()
        // What Postgres refuses is told by the end of the stream.
        stream.on("error", () => undefined)
        open = { name, stream }
      }
      await write(open.stream, bytes)
    },
    fail: () => open?.stream.destroy(new Error("given up")),
  }
}

function write(stream: Writable, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

function checked(
  header: BackupHeader,
  manifest: BackupManifest,
  loaded: ReadonlyMap<string, { rows: number; hash: ReturnType<typeof createHash> }>,
): BackupManifest {
  const empty = createHash("sha256").digest("hex")
  for (const { name } of header.tables) {
    const said = manifest.tables.find((table) => table.name === name)
    const found = loaded.get(name)
    if (said?.rows !== (found?.rows ?? 0) || said.sha256 !== (found?.hash.digest("hex") ?? empty))
      throw new RestoreError(`The backup is damaged: table ${name} is not what was written.`)
  }
  return manifest
}
