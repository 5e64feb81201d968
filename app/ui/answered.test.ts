import { redirect } from "next/navigation"
import { expect, test } from "vitest"
import { answered } from "./answered"

const form = () => {
  const typed = new FormData()
  typed.set("text", "Half of it.\nAnd more.")
  typed.set("$ACTION_ID", "of the framework")
  typed.set("file", new File(["x"], "x.txt"))
  return typed
}

test("an answer that does not come is a refusal that holds what was typed", async () => {
  const send = answered<undefined>(async () => {
    throw new TypeError("Failed to fetch")
  }, "No answer came.")
  expect(await send(null, form())).toEqual({
    ok: false,
    code: "no_answer",
    message: "No answer came.",
    entered: { text: "Half of it.\nAnd more." },
  })
})

test("what leads to another page passes, and so does an answer", async () => {
  const away = answered<undefined>(async () => redirect("/desk"), "No answer came.")
  await expect(away(null, form())).rejects.toMatchObject({
    digest: expect.stringContaining("/desk"),
  })
  const taken = answered<number>(async () => ({ ok: true, data: 7 }), "No answer came.")
  expect(await taken(null, form())).toEqual({ ok: true, data: 7 })
})
