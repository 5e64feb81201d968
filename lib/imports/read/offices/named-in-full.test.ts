import { expect, test } from "vitest"
import { readReport } from "../report"

const ledBy = (text: string) => readReport(text, "minutes.txt").moderators.map(({ value }) => value)

test("initials of whoever led, with the whole name at the signature", () => {
  const head =
    "Quay Council\nMinutes of 4 May 2023\n\nChair: A. Lind\nPresent: B. Okoro, C. Sato\n\n"
  const body = "1. Nets\nBought.\n\n2. Ropes\nSold.\n\n"
  expect(ledBy(`${head}${body}Signed: Ana Lind, Chair`)).toEqual(["Ana Lind"])
  expect(ledBy(`${head}${body}Signed: Eva Lind, Clerk`)).toEqual(["A. Lind"])
})
