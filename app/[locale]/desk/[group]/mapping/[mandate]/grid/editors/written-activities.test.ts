import { expect, test } from "vitest"
import { cellInputs } from "@/lib/mapping/input"
import { begunActivities, freshActivity, writtenActivities } from "./written-activities"

const typed = (years: string) => [{ ...freshActivity("Forum"), years }]
const read = (years: string) => cellInputs.activities.safeParse(writtenActivities(typed(years)))

test.each(["2021-", "202", "last year"])(
  "%s comes back as it was typed, and is refused",
  (years) => {
    const [again] = begunActivities(writtenActivities(typed(years)), null)
    expect(again?.years).toBe(years)
    expect(read(years).error?.issues.map(({ message }) => message)).toEqual(["mapping.yearForm"])
  },
)

test("a new one is counted as no kind that nobody chose", () => {
  expect(freshActivity("Forum").kind).toBe("other")
})

test("years that can be read are years", () => {
  expect(read("2021-2023, 2019").data).toMatchObject([{ years: [2019, 2021, 2022, 2023] }])
  expect(read("").data).toMatchObject([{ years: [] }])
})

test("a letter begins an activity of its own, and where nothing was written none is kept", () => {
  const [forum] = typed("2021")
  const before = writtenActivities(typed("2021"))
  const begun = begunActivities(before, "C")
  expect(begun.map(({ title }) => title)).toEqual([forum?.title, "C"])
  expect(writtenActivities(begunActivities(before, ""))).toEqual(before)
})
