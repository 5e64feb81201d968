import postgres from "postgres"

export type Passwords = { owner: string; app: string }

export const superuser = "postgres"
/** Owns the tables; used by migrations only. */
export const owner = "rapporteur_owner"
/** The running application. */
export const app = "rapporteur_app"

const extensions = ["citext", "pg_trgm", "unaccent"]

/**
 * Makes the two roles, and a database that the owner owns, where they are missing. May be
 * repeated; a run that was killed leaves nothing that a later one would take for finished.
 */
export async function prepareDatabase(
  adminUrl: string,
  database: string,
  passwords: Passwords,
): Promise<void> {
  await asSuperuser(adminUrl, async (sql) => {
    const present =
      await sql`select rolname as name from pg_roles union all select datname from pg_database`
    const names = present.map((row) => row.name)
    for (const [role, password] of [
      [owner, passwords.owner],
      [app, passwords.app],
    ] as const) {
      // Statements about roles take no parameters; format() quotes what needs quotes.
      const verb = names.includes(role) ? "alter" : "create"
      const [made] =
        await sql`select format('%s role %I login password %L', ${verb}::text, ${role}::text, ${password}::text) as it`
      await sql.unsafe(made?.it)
    }
    if (names.includes(database)) return
    const draft = `${database}_new`
    await sql`drop database if exists ${sql(draft)} with (force)`
    await sql`create database ${sql(draft)} owner ${sql(owner)}`
    await addExtensions(databaseUrl(adminUrl, draft))
    await sql`alter database ${sql(draft)} rename to ${sql(database)}`
  })
}

/** The address of another database on the same server, for the same role or another one. */
export function databaseUrl(url: string, name: string, role?: string, password = ""): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  if (role) {
    other.username = role
    other.password = password
  }
  return other.href
}

async function addExtensions(adminUrl: string): Promise<void> {
  await asSuperuser(adminUrl, async (sql) => {
    for (const name of extensions) await sql`create extension if not exists ${sql(name)}`
  })
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
