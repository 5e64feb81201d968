import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { accounts } from "@/db/schema/accounts"
import { listSamplePeople } from "./queries"

vi.mock("@/lib/platform/env", async (original) => ({
  ...(await original<typeof import("@/lib/platform/env")>()),
  sampleMode: () => true,
}))

const { owner } = await testDatabase()

test("who was added later takes nobody's button, and of two roles the stronger counts", async () => {
  const sample = await makeGroup(owner)
  const later = await makeGroup(owner)
  const chairs = { [sample.id]: "member", [later.id]: "co-chair" } as const
  const first = await makeActor(owner, { name: "Wanda Orji", roles: chairs })
  const second = await makeActor(owner, { name: "Vera Lindqvist", roles: chairs })
  await owner.update(accounts).set({ createdAt: new Date("2021-01-01T00:00:00Z") })
  await makeActor(owner, { name: "Ada Okafor", roles: { [later.id]: "co-chair" } })
  expect(await listSamplePeople()).toEqual([
    { personId: second.personId, name: "Vera Lindqvist", role: "co-chair" },
    { personId: first.personId, name: "Wanda Orji", role: "co-chair" },
  ])
})
