import { redirect } from "next/navigation"
import { expect, test, vi } from "vitest"
import { answered, asBefore, typedSince } from "./answered"

const words = {
  noAnswer: { filled: "No answer came.", press: "No answer came to the press." },
  failed: { filled: "The portal failed.", press: "The portal failed at the press." },
  file: "Choose the file again.",
}
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
  }, words)
  expect(await send(null, form())).toEqual({
    ok: false,
    code: "no_answer",
    message: "No answer came. Choose the file again.",
    entered: { text: "Half of it.\nAnd more." },
  })
})

test("what leads to another page passes, and so does an answer", async () => {
  const away = answered<undefined>(async () => redirect("/desk"), words)
  await expect(away(null, form())).rejects.toMatchObject({
    digest: expect.stringContaining("/desk"),
  })
  const taken = answered<number>(async () => ({ ok: true, data: 7 }), words)
  expect(await taken(null, form())).toEqual({ ok: true, data: 7 })
})

test("what failed at the portal is not said to be a line that is down", async () => {
  const send = answered<undefined>(async () => {
    throw Object.assign(new Error("hidden"), { digest: "123456789" })
  }, words)
  const plain = new FormData()
  plain.set("text", "Half of it.")
  expect(await send(null, plain)).toEqual({
    ...{ ok: false, code: "failed", message: "The portal failed." },
    entered: { text: "Half of it." },
  })
})

test("what was typed while the answer was waited for stays, and what the button said", () => {
  const now = new FormData()
  now.set("text", "Half of it.\nAnd more. And the rest.")
  const sent = form()
  sent.set("late", "on")
  sent.set("what", "publish")
  const fields: Record<string, { type: string }> = {
    ...{ text: { type: "textarea" }, late: { type: "checkbox" }, what: { type: "submit" } },
  }
  const namedItem = (name: string) => (fields[name] as Element | undefined) ?? null
  expect(typedSince(sent, now, { namedItem })).toEqual({
    ...{ text: "Half of it.\nAnd more. And the rest.", what: "publish" },
  })
})

test("the form itself is asked when the answer comes, refused or not at all", async () => {
  let holds = "as sent"
  class Read extends FormData {
    constructor(of?: unknown) {
      super()
      if (of) this.set("text", holds)
    }
  }
  vi.stubGlobal("FormData", Read)
  const field = { type: "textarea" }
  const elements = Object.assign([field], { namedItem: () => field })
  const pressed = { isConnected: true, elements }
  const formOf = () => pressed as unknown as HTMLFormElement
  const sent = new Read()
  sent.set("text", "as sent")
  const answers = [
    () => ({ ok: false, code: "invalid", message: "", entered: { text: "as sent" } }) as const,
    () => {
      throw new TypeError("Failed to fetch")
    },
  ]
  for (const each of answers) {
    const act = async () => {
      holds = "typed since"
      return each()
    }
    const answer = await answered<undefined>(act, words, formOf)(null, sent)
    expect(answer).toMatchObject({ ok: false, entered: { text: "typed since" } })
  }
  vi.unstubAllGlobals()
})

const down = async () => {
  throw new TypeError("Failed to fetch")
}

test.each([
  ["a mere press", ["hidden", "submit"], "No answer came to the press."],
  ["a form in which somebody types", ["hidden", "text", "submit"], "No answer came."],
  ["a form in which somebody chooses", ["fieldset", "radio", "submit"], "No answer came."],
])("%s is told what it is to be told", async (_, types, message) => {
  class Read extends FormData {
    constructor(_of?: unknown) {
      super()
    }
  }
  vi.stubGlobal("FormData", Read)
  const fields = types.map((type) => ({ type }))
  const elements = Object.assign(fields, { namedItem: () => null })
  const pressed = { isConnected: true, elements } as unknown as HTMLFormElement
  const answer = await answered<undefined>(down, words, () => pressed)(null, new Read())
  expect(answer).toMatchObject({ message })
  vi.unstubAllGlobals()
})

test("what the last refusal showed stays where it is said to, and what a form chose goes with it", async () => {
  const theirs = { ok: false, code: "conflict", message: "", data: { words: "theirs" } } as const
  const kept = answered<number>(down, words, undefined, asBefore)
  expect(await kept(theirs, form())).toMatchObject({ code: "no_answer", data: theirs.data })
  expect(await kept({ ok: true, data: 7 }, form())).not.toHaveProperty("data")
  expect(await answered<number>(down, words)(theirs, form())).not.toHaveProperty("data")
  const chosen = answered<number>(down, words, undefined, (sent) => sent.getAll("text"))
  expect(await chosen(null, form())).toMatchObject({ data: ["Half of it.\nAnd more."] })
})
