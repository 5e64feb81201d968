import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test, vi } from "vitest"
import en from "@/messages/en.json"
import { addWordAction, removeWordAction } from "../actions"
import { WordsPanel } from "./words-panel"

const answers = vi.hoisted(() => new Map<unknown, unknown>())
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useActionState: (act: unknown) => [answers.get(act) ?? null, "/words"],
}))
vi.mock("../actions", () => ({
  addWordAction: async () => null,
  removeWordAction: async () => null,
}))
beforeEach(() => answers.clear())

const drawn = () =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <WordsPanel groupId="0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0d01" words={[]} />
    </NextIntlClientProvider>,
  )
const refused = { ok: false, code: "no_answer", message: "No answer came" }

test("a word that could not be taken out is said to stand there still", () => {
  answers.set(removeWordAction, refused)
  expect(drawn()).toContain("The word was not removed")
  expect(drawn()).not.toContain("The word was not added")
})

test("a word that could not be added stays in its field", () => {
  answers.set(addWordAction, { ...refused, entered: { word: "multistakeholder" } })
  expect(drawn()).toContain("The word was not added")
  expect(drawn()).toContain('value="multistakeholder"')
  expect(drawn()).not.toContain("The word was not removed")
})
