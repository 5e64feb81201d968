import { randomUUID } from "node:crypto"
import { asc } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { inboundMails } from "@/db/schema/consultations"
import { forgetRefused, keptDays } from "./forget-refused"

const { owner } = await testDatabase()
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test("the words of a mail that was refused are forgotten after their time, and no others", async () => {
  const raw = new TextEncoder().encode("From: stranger@example.org\r\n\r\nMy secret")
  const mail = (recipient: string, more: Partial<typeof inboundMails.$inferInsert>) => ({
    ...{ messageId: `<${randomUUID()}@example.org>`, recipient, raw, reason: "sender", ...more },
  })
  await owner
    .insert(inboundMails)
    .values([
      mail("a-old@example.org", { outcome: "refused", settledAt: daysAgo(keptDays + 1) }),
      mail("b-fresh@example.org", { outcome: "refused", settledAt: daysAgo(keptDays - 1) }),
      mail("c-waiting@example.org", { outcome: "waiting", receivedAt: daysAgo(keptDays + 1) }),
    ])
  expect(await forgetRefused()).toBe(1)
  expect(await forgetRefused()).toBe(0)
  const left = await owner.select().from(inboundMails).orderBy(asc(inboundMails.recipient))
  expect(
    left.map(({ recipient, outcome, raw: words }) => [recipient, outcome, words !== null]),
  ).toEqual([
    ["a-old@example.org", "refused", false],
    ["b-fresh@example.org", "refused", true],
    ["c-waiting@example.org", "waiting", true],
  ])
})
