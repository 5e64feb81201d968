import { randomBytes } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import postgres from "postgres"
import { afterAll, inject } from "vitest"
import { connect, type Database } from "../client"
import { startEmbedded } from "../embedded"
import { withLock } from "../embedded/lock"
import { app as appRole, databaseUrl, owner as ownerRole, prepareDatabase } from "../embedded/roles"
import { migrate } from "../migrate"

export type TestDatabase = {
  /** As the running application, with its rights and no more. */
  app: Database
  /** As the owner of the tables, for arranging what the application may not. */
  owner: Database
  appUrl: string
  ownerUrl: string
}

type Template = { adminUrl: string; database: string; owner: string; app: string }

/**
 * A migrated, empty database for one test file, dropped after its last test. Call it at the top
 * of the file with `await`. The process's own connection (`DATABASE_URL`) leads there too.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = await findTemplate(inject("testRun"))
  const name = `test_${randomBytes(8).toString("hex")}`
  await asAdmin(
    template,
    (sql) =>
      sql`create database ${sql(name)} template ${sql(template.database)} owner ${sql(ownerRole)}`,
  )
  const appUrl = databaseUrl(template.adminUrl, name, appRole, template.app)
  const ownerUrl = databaseUrl(template.adminUrl, name, ownerRole, template.owner)
  process.env.DATABASE_URL = appUrl
  process.env.DATABASE_MIGRATION_URL = ownerUrl
  const app = connect(appUrl, { max: 4, name: "test" })
  const owner = connect(ownerUrl, { max: 2, name: "test owner" })
  afterAll(async () => {
    await Promise.all([app.end(), owner.end()])
    await asAdmin(template, (sql) => sql`drop database ${sql(name)} with (force)`)
  })
  return { app: app.db, owner: owner.db, appUrl, ownerUrl }
}

/** A database without a table, for tests of the migrations themselves; dropped after the file's last test. */
export async function emptyDatabase(): Promise<{ appUrl: string; ownerUrl: string }> {
  const template = await findTemplate(inject("testRun"))
  const name = `test_${randomBytes(8).toString("hex")}`
  await prepareDatabase(template.adminUrl, name, template)
  afterAll(() => asAdmin(template, (sql) => sql`drop database if exists ${sql(name)} with (force)`))
  return {
    appUrl: databaseUrl(template.adminUrl, name, appRole, template.app),
    ownerUrl: databaseUrl(template.adminUrl, name, ownerRole, template.owner),
  }
}

/** Does something as the superuser of the server on which the databases of tests are. */
export async function onTestServer<Made>(
  work: (sql: postgres.Sql) => Promise<Made>,
): Promise<Made> {
  return asAdmin(await findTemplate(inject("testRun")), work)
}

/** The first test file of a run that asks makes the migrated database; the others clone it. */
async function findTemplate(directory: string): Promise<Template> {
  const file = path.join(directory, "template.json")
  return withLock(path.join(directory, "template.lock"), async () => {
    const known = await readFile(file, "utf8").catch(() => null)
    if (known) return JSON.parse(known) as Template
    const template = process.env.TEST_DATABASE_URL
      ? await onGivenServer(process.env.TEST_DATABASE_URL)
      : await onOwnServer(directory)
    await writeFile(file, JSON.stringify(template))
    return template
  })
}

async function onOwnServer(directory: string): Promise<Template> {
  const server = await startEmbedded(directory, { durable: false })
  await migrate(server.ownerUrl, server.appUrl)
  const url = new URL(server.ownerUrl)
  return {
    adminUrl: server.adminUrl,
    database: url.pathname.slice(1),
    owner: url.password,
    app: new URL(server.appUrl).password,
  }
}

/** A superuser's address. The template stays there for the next run to replace. */
async function onGivenServer(adminUrl: string): Promise<Template> {
  const database = "rapporteur_test_template"
  const password = decodeURIComponent(new URL(adminUrl).password)
  const template = { adminUrl, database, owner: password, app: password }
  await asAdmin(template, (sql) => sql`drop database if exists ${sql(database)} with (force)`)
  await prepareDatabase(adminUrl, database, template)
  await migrate(
    databaseUrl(adminUrl, database, ownerRole, password),
    databaseUrl(adminUrl, database, appRole, password),
  )
  return template
}

async function asAdmin<Made>(
  template: Template,
  work: (sql: postgres.Sql) => Promise<Made>,
): Promise<Made> {
  const sql = postgres(template.adminUrl, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
