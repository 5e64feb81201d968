import { expect, test } from "vitest"
import { answerFile } from "./file-answer"

const file = new TextEncoder().encode("a,é")
const ask = (tag?: string, kept = false) =>
  answerFile(
    new Request(
      "https://portal.example.org/a.csv",
      tag ? { headers: { "if-none-match": tag } } : {},
    ),
    {
      ...{ file, sha256: "abc", type: "text/csv", name: "a.csv", kept },
      headers: { "cache-control": "public" },
    },
  )

test("a file comes with what it is, how long it is and what it is called", async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toEqual({
    ...{ etag: '"abc"', "cache-control": "public", "content-type": "text/csv" },
    ...{ "content-length": "4", "content-disposition": 'inline; filename="a.csv"' },
  })
  expect(await answer.text()).toBe("a,é")
  expect(ask(undefined, true).headers.get("content-disposition")).toBe(
    'attachment; filename="a.csv"',
  )
})

test.each(['"abc"', 'W/"abc"', '"x", W/"abc"', "*"])(
  "whoever has it (%s) is told so",
  async (tag) => {
    const answer = ask(tag)
    expect([answer.status, await answer.text()]).toEqual([304, ""])
    expect(answer.headers.get("cache-control")).toBe("public")
  },
)

test("whoever has another one gets it", () => {
  expect(ask('"abcd"').status).toBe(200)
})
