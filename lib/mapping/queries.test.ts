import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { mappingRows } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { getMapping, readTable } from "./queries"

const { app } = await testDatabase()

test("a table names the members of today, and whoever left and is still responsible", async () => {
  const { member, other, groupId } = await arrangeScene(app)
  const { mandateSlug, rowId } = await makeMapping(app, groupId)
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const people = async () =>
    (await readTable(await getMapping(member, group?.slug ?? "", mandateSlug))).people
  const find = async (id: string) => (await people()).find((person) => person.id === id)
  expect(await find(member.personId)).toMatchObject({ member: true })
  expect(await find(other.personId)).toMatchObject({ member: true })

  await app
    .update(memberships)
    .set({ until: new Date() })
    .where(eq(memberships.personId, other.personId))
  expect(await find(other.personId)).toBeUndefined()
  await app
    .update(mappingRows)
    .set({ responsibleId: other.personId })
    .where(eq(mappingRows.id, rowId))
  expect(await find(other.personId)).toMatchObject({ member: false })
})
