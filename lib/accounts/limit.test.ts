import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { countLetter } from "./limit"

await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

let minutes = 0
beforeEach(() => {
  minutes = 0
  setClock(() => new Date(Date.parse("2022-03-04T10:00:00Z") + minutes * 60_000))
})
afterEach(() => setClock(undefined))

const ask = (email: string, kind: "join" | "error" | "consultation" = "join", network = "n") =>
  transaction((tx) => countLetter(tx, kind, { network: `${network} ${email}`, email }))

test("three letters to an address in a quarter of an hour, and no fourth", async () => {
  const email = "quarter@example.org"
  for (let sent = 0; sent < 3; sent++) expect(await ask(email)).toBe("within")
  expect(await ask(email)).toBe("soon")
  minutes = 16
  expect(await ask(email)).toBe("within")
})

test("an address gets at most twelve letters in a day, of whatever kind and from wherever", async () => {
  const email = "day@example.org"
  let sent = 0
  let last = ""
  for (minutes = 0; minutes < 23 * 60; minutes += 16) {
    for (const kind of ["join", "error", "consultation"] as const) {
      last = await ask(email, kind, `${kind} ${String(minutes)}`)
      if (last === "within") sent++
    }
  }
  expect(sent).toBe(12)
  expect(last).toBe("tomorrow")
  expect(await ask("other@example.org")).toBe("within")
  minutes = 25 * 60
  expect(await ask("Day@example.org")).toBe("within")
})

test("who asks for letters to many addresses meets the limit of a connection", async () => {
  const told: string[] = []
  for (let asked = 0; asked < 31; asked++)
    told.push(
      await transaction((tx) =>
        countLetter(tx, "join", { network: "one", email: `${String(asked)}@example.org` }),
      ),
    )
  expect(told.filter((each) => each === "within")).toHaveLength(30)
  expect(told.at(-1)).toBe("soon")
})
