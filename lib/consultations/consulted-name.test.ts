import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { arrangeQuotes } from "@/db/factories/quoted"
import { arrangeScene } from "@/db/factories/scene"
import { consultationTexts } from "@/db/schema/consultations"
import { consultedName } from "./consulted-name"

const { owner } = await testDatabase()

test("an item, an action and what is not asked about, as the minutes said them when they were opened", async () => {
  const { groupId, meetingId, chair, first } = await arrangeScene(owner)
  const action = randomUUID()
  await arrangeQuotes(owner, meetingId, {
    [first]: [
      {
        ...{ type: "action", attrs: { id: action, owners: [], due: null } },
        content: [{ type: "paragraph", content: [{ type: "text", text: "Buy a gauge." }] }],
      },
    ],
  })
  const asked = await arrangeConsultation(owner, {
    ...{ groupId, askedBy: chair.personId },
    ...{ opensAt: new Date("2027-03-01"), closesAt: new Date("2027-03-15") },
  })
  const on = { kind: "minutes", meetingId } as const
  expect(await consultedName(owner, asked.id, on, first)).toBe("")
  await owner
    .update(consultationTexts)
    .set({ documentId: null, meetingId, revision: 1 })
    .where(eq(consultationTexts.id, asked.textId))
  const names = await Promise.all(
    [first, action, "opening", randomUUID()].map((at) => consultedName(owner, asked.id, on, at)),
  )
  expect(names).toEqual(["The plan", "Buy a gauge.", "", ""])
})
