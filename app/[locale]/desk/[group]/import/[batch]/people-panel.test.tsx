import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { PeopleForDesk } from "@/lib/imports/questions"
import en from "@/messages/en.json"
import { PeoplePanel } from "./people-panel"

const none: PeopleForDesk = { questions: [], total: 0, matched: [], answered: [], added: 0 }
const match = {
  ...{ name: "Otto Brandvold", person: "Otto Brandvold", personId: "p" },
  ...{ answer: "none" as const, answerId: null, capacity: "", affiliation: "" },
  files: ["call.txt"],
}

function drawn(people: Partial<PeopleForDesk>): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <PeoplePanel people={{ ...none, ...people }} />
    </NextIntlClientProvider>,
  )
}

test("where nothing is asked nothing seems to be; who was matched can still be said to be somebody else", () => {
  const html = drawn({ matched: [match] })
  expect(html).not.toContain("Is this the same person?")
  expect(html).not.toContain("0 questions")
  expect(html).toContain("Who is who")
  expect(html).toContain("Someone else")
  expect(drawn({})).toBe("")
})

test("a question is asked under its heading, and says what waits for it", () => {
  const asked = { personId: "p", name: "Maria Silveira", affiliation: "Tide Register", places: [] }
  const places = [{ fileId: "f", file: "call.txt", lines: [4] }]
  const question = { name: "Maria Silveira", places, asked, bearers: false, elsewhere: true }
  const html = drawn({ questions: [question], total: 1 })
  expect(html).toContain("Is this the same person?")
  expect(html).toContain("One question, asked once for all files")
  expect(html).toContain(en.imports.people.elsewhere)
})

test("the focus can go to a question, and to the heading when none is left", () => {
  const asked = { personId: "p", name: "Maria Silveira", affiliation: "", places: [] }
  const question = { name: "Maria Silveira", places: [], asked, bearers: false, elsewhere: false }
  const html = drawn({ questions: [question], total: 1 })
  expect(html).toMatch(/<div class="ask" tabindex="-1">/)
  expect(drawn({ answered: [match] })).toMatch(/<h2 id="people" tabindex="-1">/)
})
