import { createHash, randomBytes } from "node:crypto"
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { createGunzip } from "node:zlib"
import { eq } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { readTar, tarEnd, tarMember } from "@/db/backup/tar"
import { connect } from "@/db/client"
import { emptyDatabase, testDatabase } from "@/db/factories/database"
import { makeGroup } from "@/db/factories/people"
import { importBatches, importFiles } from "@/db/schema/imports"
import { readBackup } from "./read-backup"
import { writeBackup } from "./write-backup"

const { owner, ownerUrl } = await testDatabase()
const folder = await mkdtemp(path.join(tmpdir(), "large-rows-"))
afterAll(() => rm(folder, { recursive: true }))

vi.setConfig({ testTimeout: 240_000 })

const megabyte = 1024 * 1024
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = await open(file)
  yield* source.createReadStream().pipe(createGunzip())
}

test("a row as large as an archive of files may be comes back, and no part of the backup is large", async () => {
  const { id: groupId } = await makeGroup(owner)
  const [batch] = await owner.insert(importBatches).values({ groupId }).returning()
  const original = randomBytes(40 * megabyte)
  const [row] = await owner
    .insert(importFiles)
    .values({
      ...{ batchId: batch?.id ?? "", position: 0, name: "old.zip" },
      ...{ state: "waiting", original },
    })
    .returning({ id: importFiles.id })
  const file = path.join(folder, "large.tar.gz")
  await writeBackup(ownerUrl, file, new Date("2026-03-05T13:00:00Z"))

  const sizes: number[] = []
  for await (const { bytes } of readTar(unpacked(file))) sizes.push(bytes.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * megabyte)

  const empty = await emptyDatabase()
  expect((await readBackup(file, empty)).verification.differences).toEqual([])
  const { db, end } = connect(empty.ownerUrl, { max: 1 })
  const [back] = await db
    .select()
    .from(importFiles)
    .where(eq(importFiles.id, row?.id ?? ""))
  await end()
  expect(hashOf(back?.original ?? new Uint8Array())).toBe(hashOf(original))
})

test("a part that an earlier release wrote whole is read in pieces, and nothing of it is lost", async () => {
  const bytes = randomBytes(65 * megabyte + 7)
  const archive = [
    tarMember({ name: "tables/x/000000.copy", bytes }),
    tarMember({ name: "empty", bytes: Buffer.alloc(0) }),
    tarEnd,
  ]
  const hash = createHash("sha256")
  const names: string[] = []
  for await (const member of readTar(
    (async function* () {
      yield* archive
    })(),
  )) {
    names.push(member.name)
    hash.update(member.bytes)
    expect(member.bytes.length).toBeLessThanOrEqual(16 * megabyte)
  }
  expect(new Set(names)).toEqual(new Set(["tables/x/000000.copy", "empty"]))
  expect(names.at(-1)).toBe("empty")
  expect(hash.digest("hex")).toBe(hashOf(bytes))
})
