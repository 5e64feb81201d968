import { desc, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Known, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import type { Way } from "@/lib/mapping/model"
import { listNotices } from "@/lib/notices/queries"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
let mapping: MappingScene
beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
})

let base = 0
beforeEach(() => {
  base = 0
})

/** Writes synergies that name people, and lets follow what follows, twice as after a crash. */
async function write(words: string, named: readonly Pick<Known, "personId">[], way: Way = "grid") {
  await saveCells(
    scene.member,
    saveCellsInput.parse({
      mappingId: mapping.mappingId,
      way,
      cells: [
        {
          ...{ rowId: mapping.rowId, field: "synergies", base: base++ },
          value: [
            {
              type: "bulletList",
              content: [
                {
                  type: "listItem",
                  content: [
                    {
                      type: "paragraph",
                      content: [
                        { type: "text", text: words },
                        ...named.map(({ personId }) => ({
                          type: "mention",
                          attrs: { personId, label: "Somebody" },
                        })),
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
  )
  const [last] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
  await reactTo(last?.id ?? 0)
  await reactTo(last?.id ?? 0)
}

const noticesOf = ({ personId }: Pick<Known, "personId">) =>
  owner.select().from(notices).where(eq(notices.personId, personId))

test("who is named in the synergies of a row is told once, by mail at once, with the way to the row", async () => {
  await write("Ask ", [scene.other])
  const [mail, ...more] = await owner.select().from(mails).where(eq(mails.to, scene.other.email))
  expect(more).toEqual([])
  expect(mail?.text).toMatch(
    /Ilva Morandini mentioned you in Row 1 of the mapping\s+“Mandate \w+”\./,
  )
  expect(mail?.text).toContain(`/mapping/${mapping.mandateSlug}/rows/1`)
  const {
    notices: [shown],
  } = await listNotices(scene.other)
  expect(shown).toMatchObject({ words: "", kind: "mentioned" })
  await write("Ask again ", [scene.other])
  expect(await noticesOf(scene.other)).toHaveLength(1)
  await write("Ask both ", [scene.other, scene.chair])
  expect(await noticesOf(scene.other)).toHaveLength(1)
  expect(await noticesOf(scene.chair)).toHaveLength(1)
})

test("nobody is told of themselves, of what an undo brought back, or of a group that is not theirs", async () => {
  const stranger = await makeActor(owner)
  await write("Mine ", [scene.member, stranger])
  await write("Nobody", [])
  await write("Back ", [scene.other], "undo")
  for (const person of [scene.member, stranger, scene.other])
    expect(await noticesOf(person)).toEqual([])
})
