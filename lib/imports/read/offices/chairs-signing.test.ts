import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (text: string) => readReport(text, "minutes.txt")
const moderatorsOf = (text: string) => read(text).moderators.map(({ value }) => value)
const hostsOf = (text: string) => read(text).hosts.map(({ value }) => value)
const head = "Quay Club\nMinutes of the meeting of 4 May 2023\n\n"
const items = "1. Nets\nNew nets were bought.\n\n2. Ropes\nThe ropes were sold.\n\n"

describe("who signs as the chair, where nobody is said to have led", () => {
  test.each([
    "Chair of the meeting: ________ Ana Lind",
    "Ana Lind, chair          Ben Okoro, minutes",
    "Ana Lind             Ben Okoro\n(Chair of the sitting)     (Recorder)",
  ])("%s", (signed) => {
    expect(moderatorsOf(`${head}${items}${signed}`)).toEqual(["Ana Lind"])
  })

  test.each(["Ana Lind, treasurer", "3. The Ana Lind chair was mended."])("%s", (signed) => {
    expect(moderatorsOf(`${head}${items}${signed}`)).toEqual([])
  })
})

describe("labels and marks of the head", () => {
  test("offices in a row of a table, with their holders below", () => {
    const text = `${head}Chair | Host | Notes\n--- | --- | ---\nAna Lind | Ben Okoro | Cem Sato\n\n${items}`
    expect(moderatorsOf(text)).toEqual(["Ana Lind"])
    expect(hostsOf(text)).toEqual(["Ben Okoro"])
  })

  test.each([
    "(host) Ben Okoro (chair) Ana Lind (pen) Cem Sato",
    "Quay weekly -- Host Ben Okoro | Moderator Ana Lind | Notes Cem Sato",
    "host of the voice room: Ben Okoro\nDiscussion led by: Ana Lind",
    "hosted-by:: [[Ben Okoro]]\nchaired-by:: [[User:Ana|Ana Lind]]",
    "Ben Okoro hosts today, Ana Lind moderates, Cem Sato writes.",
    "Ben Okoro welcomed all as host of the call and handed over to Ana Lind, who moderated.",
  ])("%s", (said) => {
    expect(moderatorsOf(`${head}${said}\n\n${items}`)).toEqual(["Ana Lind"])
    expect(hostsOf(`${head}${said}\n\n${items}`)).toEqual(["Ben Okoro"])
  })

  test("those who chair parts of something that is told of", () => {
    const said = "The lectures (session chairs: Ana Lind, Ben Okoro) will come out in autumn."
    expect(moderatorsOf(`${head}Editors: Eva Roth, Cem Sato\n\n${said}\n\n${items}`)).toEqual([])
  })

  test.each([
    "We met in the drawing room of Ben Okoro, who kindly hosted us, and ten came.",
    "Meeting no. 4, at Ben's (Ben Okoro, host)",
    "Board Meeting, at the home of Ben Okoro, our host this month",
    "Ben Okoro was so kind to host us in his office.",
    "Mr Ben Okoro, mayor of Quay, hosted the session in the town hall.",
  ])("%s", (said) => {
    expect(hostsOf(`${head}${said}\n\nChair: Ana Lind\n\n${items}`)).toEqual(["Ben Okoro"])
  })
})

describe("deputies and those who were elected for the meeting", () => {
  const list = "Present: Eva Roth (President), Ana Lind (Vice-President), Ben Okoro\n\n"
  test("a deputy who takes over", () => {
    const said =
      "1. Nets\nThe President was called away and the Vice-President took over the meeting.\n\n"
    expect(moderatorsOf(`${head}${list}${said}`)).toEqual(["Eva Roth", "Ana Lind"])
    const heard = "1. Nets\nThe Vice-President spoke of the meeting.\n\n"
    expect(moderatorsOf(`${head}${list}${heard}`)).toEqual(["Eva Roth"])
  })

  test.each([
    "The meeting elected Ms Ana Lind as Chairperson and Mr Ben Okoro as Rapporteur.",
    "Members nominated Ms Ana Lind to chair the meeting.",
    "The branch chair, Eva Roth, being on leave, Ana Lind was proposed, seconded and elected chairman for the evening.",
    "In the absence of the President, Eva Roth, the Vice-President, Ms Ana Lind, took the chair and opened the meeting.",
    "The meeting was opened and conducted by the Rector, Prof. Ana Lind.",
  ])("%s", (said) => {
    expect(moderatorsOf(`${head}${said}\n\n${items}`)).toEqual(["Ana Lind"])
  })

  test("chairs that are no people", () => {
    expect(
      moderatorsOf(`${head}Ana Lind and Ben Okoro had put out the chairs.\n\n${items}`),
    ).toEqual([])
  })
})
