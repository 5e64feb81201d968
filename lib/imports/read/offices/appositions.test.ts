import { describe, expect, test } from "vitest"
import { namedBehindOffice } from "./appositions"

const named = (sentence: string) =>
  namedBehindOffice(sentence).map(({ office, from, to }) => [office, sentence.slice(from, to)])

describe("who stands right behind the name of an office", () => {
  test.each([
    ["As chair, Ana Lind thanked the keepers.", "moderators", "Ana Lind"],
    ["Chair Ana Lind opened at 14:02.", "moderators", "Ana Lind"],
    ["Chair of the day Mr Lind gave the word to the pilots.", "moderators", "Lind"],
    [
      "Our facilitators today, Ana Lind and Ben Okoro, split us up.",
      "moderators",
      "Ana Lind and Ben Okoro",
    ],
    ["The moderator for this meeting was Ana Lind.", "moderators", "Ana Lind"],
    ["Our host for the afternoon, Ana Lind, had laid on coffee.", "hosts", "Ana Lind"],
    ["Welcome from the host (Ana Lind), then introductions.", "hosts", "Ana Lind"],
    ["We thank our hosts, Ana Lind and Ben Okoro, for lunch.", "hosts", "Ana Lind and Ben Okoro"],
  ])("%s", (sentence, office, name) => {
    expect(named(sentence)).toEqual([[office, name]])
  })

  test.each([
    "Apologies were received from the Chair, Ana Lind.",
    "In the absence of the chair, Ana Lind, nobody opened.",
    "The chair, Ana Lind, is at sea.",
    "The chair, Ana Lind, sent her apologies.",
    "Our chairs, Ana Lind said, are old.",
    "Past chair Ana Lind looked in.",
    "The chair of the Pilots' Guild, Ana Lind, spoke.",
    "The moderator for the mailing list, Ana Lind, spoke.",
    "President Lind",
  ])("but not: %s", (sentence) => {
    expect(named(sentence)).toEqual([])
  })
})
