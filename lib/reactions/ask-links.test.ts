import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { checkedLinks } from "@/db/schema/checks"
import { answersOf } from "@/lib/links/queries"
import { writeAnswer } from "@/lib/links/write-answer"
import { linksIn } from "@/lib/minutes/links"
import { emptyText } from "@/lib/minutes/model"
import { askQueuedLinks, queueLinks } from "./ask-links"

const { app, owner } = await testDatabase()
beforeEach(async () => {
  await owner.delete(checkedLinks)
  await owner.execute(sql`delete from pgboss.job where name = 'links'`)
})

async function queued(): Promise<string[]> {
  const rows = await owner.execute<{ url: string }>(
    sql`select data->>'url' as url from pgboss.job where name = 'links' order by 1`,
  )
  return rows.map(({ url }) => url)
}

test("the links of a text are found in every depth, each once", () => {
  const link = (href: string) => ({
    type: "text" as const,
    text: "table",
    marks: [{ type: "link" as const, attrs: { href } }],
  })
  const text = emptyText([])
  text.sections.opening = {
    type: "doc",
    content: [
      { type: "paragraph", content: [link("https://tides.example.org/a")] },
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              { type: "paragraph", content: [link("https://tides.example.org/b")] },
              { type: "paragraph", content: [link("https://tides.example.org/a")] },
            ],
          },
        ],
      },
    ],
  }
  expect(linksIn(text)).toEqual(["https://tides.example.org/a", "https://tides.example.org/b"])
})

test("what can be asked waits once, and what was asked lately does not", async () => {
  await writeAnswer("https://tides.example.org/known", { state: "alive", status: 200, reason: "" })
  await writeAnswer("https://tides.example.org/old", { state: "dead", status: 404, reason: "gone" })
  await owner
    .update(checkedLinks)
    .set({ checkedAt: new Date("2020-01-01") })
    .where(sql`url = 'https://tides.example.org/old'`)
  await queueLinks([
    "https://tides.example.org/a#one",
    "https://tides.example.org/a#two",
    "https://tides.example.org/known",
    "https://tides.example.org/old",
    "mailto:ilva@example.org",
    "#",
  ])
  expect(await queued()).toEqual(["https://tides.example.org/a", "https://tides.example.org/old"])
})

test("answers are kept and found by the link as it is written", async () => {
  await askQueuedLinks(["http://127.0.0.1/a", "http://[::1]/b", "http://127.0.0.1/a"])
  const found = await answersOf(app, [
    "http://127.0.0.1/a#part",
    "http://[::1]/b",
    "#",
    "http://x/",
  ])
  expect([...found.keys()]).toEqual(["http://127.0.0.1/a#part", "http://[::1]/b"])
  for (const answer of found.values())
    expect(answer).toMatchObject({ state: "unsure", status: null, reason: "private" })
})

test("a link that was asked in the meantime keeps its answer", async () => {
  await writeAnswer("http://127.0.0.1/a", { state: "alive", status: 200, reason: "" })
  await askQueuedLinks(["http://127.0.0.1/a"])
  expect((await answersOf(app, ["http://127.0.0.1/a"])).get("http://127.0.0.1/a")).toMatchObject({
    state: "alive",
  })
})
