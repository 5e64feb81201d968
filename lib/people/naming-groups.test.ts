import { afterEach, beforeEach, expect, test } from "vitest"
import { connect } from "@/db/client"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, makePerson } from "@/db/factories/people"
import { publicChannel } from "@/lib/activity/record"
import { findPublicConsultation } from "@/lib/consultations/public-queries"
import { setClock } from "@/lib/platform/clock"
import { editPerson } from "./edit"
import { editPersonInput } from "./input"
import { mergePeople } from "./merge"
import { getPerson } from "./queries"

const { owner, appUrl } = await testDatabase()
const desk = await makeActor(owner, { secretariat: true })
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")

const told: string[] = []
let listener: ReturnType<typeof connect>
beforeEach(async () => {
  setClock(() => new Date("2027-03-02T10:00:00Z"))
  told.length = 0
  listener = connect(appUrl, { max: 1 })
  await listener.sql.listen(publicChannel, (slug) => told.push(slug))
})
afterEach(async () => {
  setClock(undefined)
  await listener.end()
})

/** A public consultation of a co-chair who has left the office since. */
async function arrange() {
  const group = await makeGroup(owner)
  const asker = await makePerson(owner, { name: "Hyejin Abara" })
  const asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: asker.id, audience: "anyone", opensAt, closesAt },
    openedAt: opensAt,
  })
  const askedBy = async () => (await findPublicConsultation(group.slug, asked.slug))?.askedBy
  return { group, asker, askedBy }
}

async function rename(personId: string, name: string) {
  const { mark } = await getPerson(desk, personId)
  await editPerson(desk, editPersonInput.parse({ personId, mark, name, stakeholderGroup: "" }))
}

test("pages that say who asked hear of another name, also when the person chairs nothing any more", async () => {
  const { group, asker, askedBy } = await arrange()
  await rename(asker.id, "Hyejin Abara-Lind")
  expect(await askedBy()).toBe("Hyejin Abara-Lind")
  await expect.poll(() => told).toEqual([group.slug])
})

test("who asked is called as the person is to whom two records were made one, then and later", async () => {
  const { group, asker, askedBy } = await arrange()
  const kept = await makePerson(owner, { name: "Hye-jin Abara" })
  await mergePeople(desk, { keptId: kept.id, mergedId: asker.id })
  expect(await askedBy()).toBe("Hye-jin Abara")
  await expect.poll(() => told).toEqual([group.slug])
  await rename(kept.id, "Hye-jin Lind")
  expect(await askedBy()).toBe("Hye-jin Lind")
  await expect.poll(() => told).toEqual([group.slug, group.slug])
})
