import { describe, expect, test } from "vitest"
import { coverageOf } from "./coverage-words"

describe("ways to say that there was nothing on an item", () => {
  test.each([
    "Nope.",
    "None had been received.",
    "No report submitted.",
    "No report has been received from the contractor.",
    "Nothing to inform about.",
    "Nothing has come in from the music department.",
    "There was nothing to report under this heading.",
    "Nothing was raised under any other business.",
    "Nothing this week.",
    "Nothing yet.",
    "Nothing new to tell.",
    "There was no other business.",
    "There were no matters arising.",
    "No matters were raised.",
    "No one had anything to add.",
    "WG 5 had no report, as it is without a convenor.",
    "The working party has not met since March.",
    "The committee had not met.",
    "There has been no change since the last meeting.",
    "No developments since the last call.",
    "Still waiting for the ministry; nothing new.",
    "No correspondence.",
    "Nil.",
    "N/A",
    "–",
    "Quiet month.",
    "All quiet.",
    "Status unchanged.",
    "There was no news.",
    "The treasurer had nothing to report.",
    "No items were brought forward.",
    "No questions from the floor.",
    "No update was received from the youth initiatives.",
    "No declarations were made.",
    "No conflicts of interest were declared.",
    "There being no further business, the meeting closed.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("no-update")
  })
})

describe("ways to say that an item was not reached", () => {
  test.each([
    "Out of time.",
    "Not discussed.",
    "Not discussed, moved to next week.",
    "Not discussed, as the announcement of the government is still awaited.",
    "Skipped since Ben is on leave.",
    "Left till next month as Colin has the prices.",
    "We leave this for next time, Kenta has the material.",
    "Held over to the December meeting so that Ms Roe can present it.",
    "This was held back until the public exhibition has closed.",
    "Dropped from the agenda at the request of the management; it returns in September.",
    "Taken off the agenda.",
    "The item was withdrawn.",
    "The item is adjourned, because Mr Dapunt, who asked for it, is ill.",
    "Not taken, the council having become inquorate at 20:50.",
    "As there was no time left before the rain, this subject was not taken up.",
    "This point was not addressed and will be taken up in writing.",
    "Deferred by Teuvo Lahtela to the next telechat.",
    "Since Domenico Roe could not attend, the item was moved to the next meeting.",
    "The item was postponed, as the only candidate was absent.",
    "deferred to next week, ewout is not around",
    "We ran out of time. Carried over.",
    "Carried over.",
    "To be taken at the next meeting.",
    "Will be dealt with at the next meeting.",
    "There was no time for this item.",
    "Time did not permit discussion of this item.",
    "We did not get to this.",
    "This item was not reached.",
    "This was pushed to April.",
    "Parked until the budget is known.",
    "On hold until May.",
    "The paper had not arrived, so this item was put off.",
    "Owing to the absence of the rapporteur, the item was deferred.",
    "Postponed at the request of the presenter.",
    "This item was not covered for lack of time.",
    "Moved to the mailing list.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("not-reached")
  })
})

describe("what was discussed", () => {
  test.each([
    "Ben reported that nothing had changed at the pier.",
    "Ben reported on the lamps. A decision was deferred to the next meeting.",
    "The minutes were approved.",
    "The budget was discussed and no objections were raised.",
    "Nothing is more urgent than the roof, said Dora.",
    "Ana asked whether the item could be postponed; Ben preferred to go on with it.",
    "No vote was taken, but most preferred the second option.",
    "There is no room in the shed for a second boat.",
    "Not everybody liked the new colour, which Cem defended.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("discussed")
  })
})
