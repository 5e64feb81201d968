import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const report = (said: string) => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
Present: Ana Lind, Ben Okoro (BO), Cem Arslan (Sol Networks), Dora Weiss

1. Lamps

${said}

2. Any other business

Nothing was raised.
`
const speakersOf = (said: string) =>
  readReport(report(said), "speech.txt")
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("ways to say who spoke", () => {
  test.each([
    "Ben said that the lamps are dim.",
    "It went on. Ben Okoro: “We were promised lamps.”",
    "Nobody repaired the lamp by Block A. Ben Okoro offered to.",
    "Ben Okoro reported on the lamps.",
    "Mr Okoro noted that the lamps are dim.",
    "Mr. Okoro was of the opinion that the lamps are dim.",
    "Ben was of the view that the lamps are dim.",
    "Ben gave an overview of the lamps.",
    "Ben gave a short account of the lamps.",
    "Ben drew attention to the lamps.",
    "Ben took the floor.",
    "Ben went through the figures.",
    "Ben had gone through the figures.",
    "Ben led the discussion on the lamps.",
    "Ben put it at three per cent.",
    "Ben wondered whether the lamps are dim.",
    "Ben was concerned about the lamps.",
    "Ben was not sure that the lamps are dim.",
    "Ben felt that the lamps are dim.",
    "Ben would prefer brighter lamps.",
    "Ben would like to see brighter lamps.",
    "Ben could imagine brighter lamps.",
    "Ben disagreed.",
    "Ben agreed with that.",
    "Ben retorted that the lamps are dim.",
    "Ben contested the figures.",
    "Ben doubted it.",
    "Ben enquired about the price.",
    "Ben called for fines.",
    "Ben described this as a scandal.",
    "Ben insisted on new lamps.",
    "Ben spoke against the lamps.",
    "Ben spoke in favour of the lamps.",
    "Ben moved to close the pier.",
    "Ben seconded the motion.",
    "Ben demanded new lamps.",
    "Ben recommended to wait.",
    "Ben admitted that it was late.",
    "Ben, on behalf of the port, insisted on new lamps.",
    "Ben, speaking for the port, contested the figures.",
    "Ben (Port of Sol) described the lamps.",
    "Ben: the lamps are dim.",
    "BEN: The lamps are dim.",
    "BO: The lamps are dim.",
    "BO said that the lamps are dim.",
    ">> BEN OKORO: The lamps are dim.",
    "<Ben> the lamps are dim",
    "[Ben] The lamps are dim.",
    "**Ben:** The lamps are dim.",
    "*Ben:* The lamps are dim.",
    "- Ben: the lamps are dim",
    "Q (Ben Okoro): Are the lamps dim?",
    "Comment (Ben Okoro): The lamps are dim.",
    "According to Ben, the lamps are dim.",
    "The lamps are dim, Ben said.",
    "The lamps are dim, said Ben.",
    "A question was raised by Ben.",
    "In reply to a question by Ben, it was said that the lamps are dim.",
    "The proposal came from Ben.",
    "HEARD: Ben Okoro, who read out the figures.",
    "Following a presentation by Ben Okoro, questions were put.",
    "Thanks were expressed by Ben.",
  ])("%s", (said) => {
    expect(speakersOf(said)).toEqual(["Ben Okoro"])
  })
})

describe("who is only spoken of", () => {
  test.each([
    "The lamp of Ben Okoro is dim.",
    "A letter to Ben Okoro was drafted.",
    "Thanks go to Ben Okoro for the cake.",
    "Ben Okoro was absent.",
    "Ben Okoro was elected treasurer.",
    "The group met in the house of Ben Okoro.",
  ])("%s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })
})

describe("those who speak by their office, or together", () => {
  test.each<[string, string[]]>([
    ["The Chair replied that the lamps had left in February.", ["Ana Lind"]],
    ["The Chairperson was surprised about the lamps.", ["Ana Lind"]],
    ["The President described this as a disgrace.", ["Ana Lind"]],
    ["La presidenta recuerda que las lámparas son viejas.", ["Ana Lind"]],
    ["The Chair opened the meeting.", []],
    ["The Chair thanked everybody and closed the meeting.", []],
    ["La presidenta levanta la sesión.", []],
    ["Cem Arslan and Ben Okoro explained the lamps.", ["Cem Arslan", "Ben Okoro"]],
    ["Dora asked Cem and Ben about the lamps.", ["Dora Weiss"]],
  ])("%s", (said, expected) => {
    expect(speakersOf(said)).toEqual(expected)
  })
})
