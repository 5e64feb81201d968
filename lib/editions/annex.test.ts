import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { annexActivities, editions } from "@/db/schema/editions"
import type { Activity } from "@/lib/mapping/model"
import { setClock } from "@/lib/platform/clock"
import { composeEdition } from "./compose"
import { freezeEdition } from "./freeze"
import { perPage } from "./pages"
import { listAnnex } from "./queries"

const { app } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"
afterEach(() => setClock(undefined))

const activity = (title: string, kind: Activity["kind"]): Activity => ({
  ...{ id: crypto.randomUUID(), title, kind, years: [2020], link: "", body: "Île Coalition" },
})

test("every activity of a long annex stands on one of its pages, and is found by its words", async () => {
  setClock(() => new Date("2022-07-01T10:00:00Z"))
  const { groupId, chair } = await arrangeScene(app)
  const { mappingId, rowId } = await makeMapping(app, groupId)
  const { number, mark } = await composeEdition(app, mappingId)
  await freezeEdition(chair, { mappingId, edition: number, change: 0, mark, note: "" })
  const [edition] = await app.select().from(editions)
  const many = Array.from({ length: perPage + 1 }, (_, at) => activity(`Session ${at}`, "workshop"))
  const all = [...many, activity("The one that goes on", "bpf")]
  const editionId = edition?.id ?? ""
  await app.insert(annexActivities).values(all.map((one) => ({ rowId, editionId, activity: one })))
  const list = (words: string, page = 1) => listAnnex({ id: mappingId }, { words, page })
  const [first, second] = [await list(""), await list("", 2)]
  expect(first).toMatchObject({ found: perPage + 2, total: perPage + 2, page: 1, pages: 2 })
  const titles = [...first.shown, ...second.shown].map((line) => line.activity.title)
  expect(new Set(titles)).toEqual(new Set(all.map(({ title }) => title)))
  for (const words of ["GOES on", "ile practice", "suggestion 1 bonnes pratiques"]) {
    const { shown, found, total } = await list(words)
    expect(shown.map((line) => line.activity.title)).toEqual(["The one that goes on"])
    expect({ found, total }).toEqual({ found: 1, total: perPage + 2 })
  }
  expect((await list("nowhere")).shown).toEqual([])
})
