import { NextIntlClientProvider } from "next-intl"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test, vi } from "vitest"
import en from "@/messages/en.json"
import { emptyRow } from "../live/ops"
import type { BothOf } from "../live/store"
import { Clashes } from "./clashes"
import type { RowsSetting } from "./grid-row"
import { isMeant } from "./of-one-save"

const told = vi.hoisted((): { words: string; loses?: string; of?: string }[] => [])
vi.mock("./of-one-save", async (original) => ({
  ...(await original<typeof import("./of-one-save")>()),
  OfOneSave: ({ acts }: { acts: typeof told }) => {
    told.push(...acts)
    return null
  },
}))

const rows = ["one", "two"].map((id, at) => ({ ...emptyRow(id, "area", at), number: at + 1 }))
const setting = { may: { edit: true, decide: true } } as unknown as RowsSetting
const clash = (id: string, revision: number): BothOf => ({
  ...{ id, rowId: id, field: "suggests", revision, value: "Theirs", by: "Samir Koskela" },
  ...{ at: "2022-03-03T13:37:42.000Z", mine: "Mine", save: "a" },
})
const actsOn = (clashes: readonly BothOf[]) => {
  told.length = 0
  const nothing = () => {}
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Clashes
        {...{ rows, setting, areas: [], shows: false, takesFocus: false, none: nothing }}
        {...{ settle: nothing, discard: nothing, again: nothing, addAgain: nothing }}
        {...{ clashes, refused: [] }}
      />
    </NextIntlClientProvider>,
  )
  return told.map((one) => ({ ...one, act: nothing }))
}

test("whose words are lost is said of both choices for many cells at once", () => {
  expect(actsOn([clash("one", 1), clash("two", 1)]).map(({ loses }) => loses)).toEqual([
    expect.stringContaining("What others wrote in these 2 cells is replaced"),
    expect.stringContaining("What you wrote in these 2 cells is gone"),
  ])
})

test("what loses words is done by the second press, unless others wrote there after the first", () => {
  const [mine, theirs] = actsOn([clash("one", 1), clash("two", 1)])
  const [later] = actsOn([clash("one", 1), clash("two", 2)])
  if (!mine || !theirs || !later) throw new Error("Nothing was drawn")
  expect(isMeant(mine, null)).toBe(false)
  expect(isMeant(mine, theirs)).toBe(false)
  expect(isMeant(mine, mine)).toBe(true)
  expect(isMeant(later, mine)).toBe(false)
  expect(isMeant({ words: "Try all again", act: () => {} }, null)).toBe(true)
})
