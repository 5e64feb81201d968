import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import postgres from "postgres"
import {
  BACKUP_FORM,
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
  jobsTable,
} from "./model"
import { tarEnd, tarMember } from "./tar"

/** The most bytes of a table that one member of the archive holds. */
const partSize = 4 * 1024 * 1024

/** What was written, table by table, and the heads of the ledgers. */
export type Dumped = { header: BackupHeader; manifest: BackupManifest }

/**
 * Everything that a database holds, as one moment of it, as an archive: tables in the text form of COPY, and
 * a manifest at the end. People go on writing meanwhile. `told` hears what was written. Needs the owner's rights.
 */
export async function* dump(
  ownerUrl: string,
  madeAt: Date,
  told: (dumped: Dumped) => void = () => {},
): AsyncGenerator<Buffer> {
  const pool = postgres(ownerUrl, {
    max: 1,
    connection: { application_name: "rapporteur backup" },
    onnotice: () => {},
  })
  const sql = await pool.reserve()
  try {
    await sql`begin isolation level repeatable read read only`
    const header = await readHeader(sql, madeAt)
    yield tarMember({ name: "backup.json", bytes: json(header) })
    const manifest: BackupManifest = { tables: [], heads: await readHeads(sql, header) }
    for (const table of header.tables) {
      const counted = { rows: 0, hash: createHash("sha256") }
      let part = 0
      for await (const bytes of inParts(await rowsOf(sql, table))) {
        counted.hash.update(bytes)
        counted.rows += linesIn(bytes)
        const number = String(part++).padStart(6, "0")
        yield tarMember({ name: `tables/${table.name}/${number}.copy`, bytes })
      }
      manifest.tables.push({
        name: table.name,
        rows: counted.rows,
        sha256: counted.hash.digest("hex"),
      })
    }
    yield tarMember({ name: "manifest.json", bytes: json(manifest) })
    yield tarEnd
    await sql`commit`
    told({ header, manifest })
  } finally {
    sql.release()
    await pool.end({ timeout: 5 })
  }
}

async function readHeader(sql: postgres.ReservedSql, madeAt: Date): Promise<BackupHeader> {
  const tables = await sql<BackupTable[]>`
    select relname as name, array_agg(attname::text order by attnum) as columns
      from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and attnum > 0 and not attisdropped and attgenerated = ''
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
      group by relname order by relname`
  const sequences = await sql`
    select sequencename as name, coalesce(last_value, start_value)::text as last,
      last_value is not null as called
      from pg_sequences where schemaname = 'public' order by 1`
  const migrations = await sql`select hash from migrations order by created_at, id`
  const [queue] = await sql`select to_regclass('pgboss.job') is not null as there`
  return {
    form: BACKUP_FORM,
    madeAt: madeAt.toISOString(),
    migrations: migrations.map(({ hash }) => hash),
    tables: [...tables, ...(queue?.there ? [jobsTable] : [])],
    sequences: sequences.map(({ name, last, called }) => ({ name, last, called })),
  }
}

async function readHeads(sql: postgres.ReservedSql, { tables }: BackupHeader) {
  if (!tables.some(({ name }) => name === "ledger_entries")) return []
  const heads = await sql<BackupManifest["heads"]>`
    select distinct on (group_id) slug as group, position, hash
      from ledger_entries join groups on groups.id = group_id
      order by group_id, position desc`
  return [...heads]
}

function rowsOf(sql: postgres.ReservedSql, { name, columns }: BackupTable) {
  const what =
    name === jobsTable.name
      ? "(select name, data, start_after from pgboss.job where state in ('created', 'retry', 'active'))"
      : `"${name}" (${columns.map((column) => `"${column}"`).join(", ")})`
  return sql.unsafe(`copy ${what} to stdout`).readable()
}

/** A stream of the driver in pieces of at most one size: a row that is larger goes on in the next. */
async function* inParts(source: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    held.push(chunk)
    size += chunk.length
    if (size < partSize) continue
    const all = Buffer.concat(held, size)
    let from = 0
    for (; all.length - from >= partSize; from += partSize)
      yield all.subarray(from, from + partSize)
    // A copy, so that what was written is not held on to.
    held = [Buffer.from(all.subarray(from))]
    size = all.length - from
  }
  // The driver leaves its socket paused when the last rows came faster than they were read.
  source._read(0)
  if (size > 0) yield Buffer.concat(held, size)
}

/** COPY writes a line for each row, and every line break within a row as \n. */
export function linesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
