import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import postgres from "postgres"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Embedded, startEmbedded } from "./embedded"
import { stateOf } from "./embedded/processes"

let dataDir: string
let started: Embedded[]

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "rapporteur-embedded-"))
  started = []
})

afterEach(async () => {
  for (const server of started) await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(options = { durable: false }): Promise<Embedded> {
  const server = await startEmbedded(dataDir, options)
  started.push(server)
  return server
}

async function ask(url: string, statement: string): Promise<postgres.Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

async function postmaster(): Promise<number> {
  return Number(
    (await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0],
  )
}

function state(pid: number): Promise<string> {
  return stateOf(path.join(dataDir, "postgres"), pid)
}

test("the data is still there after the server was killed", async () => {
  const first = await start({ durable: true })
  await ask(first.ownerUrl, "create table kept (word text); insert into kept values ('décidé')")
  const pid = await postmaster()
  process.kill(pid, "SIGKILL")

  const second = await start({ durable: true })
  expect(await postmaster()).not.toBe(pid)
  expect(await ask(second.ownerUrl, "select upper(word) as word from kept")).toEqual([
    { word: "DÉCIDÉ" },
  ])
})

test("a server that dies while it is used comes back at the same address", async () => {
  const server = await start({ durable: true })
  await ask(server.ownerUrl, "create table kept (word text); insert into kept values ('again')")
  const pid = await postmaster()
  process.kill(pid, "SIGKILL")

  await expect
    .poll(() => ask(server.ownerUrl, "select word from kept").catch(() => "gone"), {
      timeout: 15_000,
    })
    .toEqual([{ word: "again" }])
  expect(await postmaster()).not.toBe(pid)
})

test("two starters at once share one server, and only the last to leave stops it", async () => {
  const [one, two] = await Promise.all([start(), start()])
  expect(one.appUrl).toBe(two.appUrl)
  const pid = await postmaster()

  await one.stop()
  expect(await ask(two.appUrl, "select 1 as answer")).toEqual([{ answer: 1 }])
  await two.stop()
  started = []
  expect(await state(pid)).toBe("gone")
})

test("a pid file whose number now belongs to another program does not stop the start", async () => {
  const first = await start()
  await first.stop()
  started = []
  const stranger = [
    process.pid,
    path.join(dataDir, "postgres"),
    0,
    5432,
    "",
    "127.0.0.1",
    "",
    "ready",
  ]
  await writeFile(path.join(dataDir, "postgres/postmaster.pid"), stranger.join("\n"))

  const second = await start()
  expect(await ask(second.appUrl, "select 1 as answer")).toEqual([{ answer: 1 }])
  expect(await postmaster()).not.toBe(process.pid)
})

test("the application's role owns nothing, and a wrong password is refused", async () => {
  const server = await start()
  await expect(ask(server.appUrl, "create table public.mine (id int)")).rejects.toThrow(
    /permission denied/,
  )
  const [role] = await ask(
    server.ownerUrl,
    "select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
  )
  expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false })
  const wrong = new URL(server.appUrl)
  wrong.password = "guess"
  await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/)
})

test("the database knows letters beyond A to Z and has the extensions that migrations use", async () => {
  const server = await start()
  const [row] = await ask(
    server.appUrl,
    "select unaccent('Réunion') as plain, similarity('Éthiopie', 'éthiopie') as alike, 'É'::citext = 'é' as same",
  )
  expect(row).toEqual({ plain: "Reunion", alike: 1, same: true })
})

test.skipIf(process.platform === "win32")("the secrets are for the owner's eyes only", async () => {
  await start()
  const file = await stat(path.join(dataDir, "secrets.json"))
  expect((file.mode & 0o777).toString(8)).toBe("600")
})
