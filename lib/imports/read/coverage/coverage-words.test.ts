import { describe, expect, test } from "vitest"
import { coverageOf } from "./coverage-words"

describe("ways to say that there was nothing on an item", () => {
  test.each([
    "Nope.",
    "No change since the last sitting.",
    "No report this month.",
    "There were no reports from the Schools.",
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
    "None was notified.",
    "No incoming liaison statements.",
    "No documents were received.",
    "There was no report from the sub-committee since its lead was away.",
    "Ninguno.",
    "No hay asuntos.",
    "Nada que informar.",
    "Nichts.",
    "Keine Meldungen.",
    "Aucune remarque.",
    "Rien à signaler.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("no-update")
  })
})

describe("ways to say that an item was not reached", () => {
  test.each([
    "Not done, the train was waiting.",
    "Not got to, the hall was closing.",
    "Left out, since the bus went an hour early.",
    "Left for the meeting in April, because Ben talks to the organisers.",
    "In the absence of Ben Okoro this item was postponed.",
    "Dora Fenn has the papers and was not with us, so this one waits until May.",
    "Ben: Cem has the answers of the publishers, and he is not here. We skip this.",
    "AO: Dora is the one who knows, and she is on a plane. Let us leave this for next time.",
    "Not presented, as the Treasurer was on leave. It stands over to August.",
    "Ran out of evening. Carried over.",
    "The applicants had not sent their answers in time. The protocol was not considered and stands over.",
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
    "Carried forward, the broker having sent nothing.",
    "Wird auf die nächste Sitzung vertagt.",
    "Ce point est reporté au prochain conseil.",
    "Non traité, faute de temps.",
    "Se posterga para la próxima asamblea.",
    "No se alcanzó a tratar.",
    "Hendrika is not with us, so this has to wait until February.",
    "Ana is not here, so we move this to next week.",
    "There being no light in this matter, we defer it to our next meeting.",
    "The Chair said that the item would be taken up at a later meeting.",
    "The Chair said that, as the report of the treasurer was not ready, the item would be taken up at a later meeting.",
    "Postponed: the new code has not come.",
    "The application stands over to the next meeting, as no drawings had come in.",
    "Pending the opinion of the auditors, this item was not opened.",
    "The Chair noted that nobody had sent any text. The item was deferred to the next meeting.",
    "Ben suggested a form. There was no time for discussion and the point was postponed.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("not-reached")
  })
})

describe("what was discussed", () => {
  test.each([
    "Left for dead by the frost, the hedge is green again, Ana said.",
    "Ben said that the paint can wait until spring and that the roof cannot.",
    "Not presented as a threat, the letter asks for a reply.",
    "The applicants had sent their answers in time. The protocol was approved.",
    "Ben reported that nothing had changed at the pier.",
    "Ben reported on the lamps. A decision was deferred to the next meeting.",
    "The minutes were approved.",
    "The budget was discussed and no objections were raised.",
    "Ben said that there were no reports from two schools, which worries him.",
    "Nothing is more urgent than the roof, said Dora.",
    "Ana asked whether the item could be postponed; Ben preferred to go on with it.",
    "No vote was taken, but most preferred the second option.",
    "There is no room in the shed for a second boat.",
    "Not everybody liked the new colour, which Cem defended.",
  ])("%s", (text) => {
    expect(coverageOf(text)).toBe("discussed")
  })
})

describe("a few words that say that an item was not opened", () => {
  test.each([
    "Passed over.",
    "Folake: Saanvi asked us to wait for her on this one. Skipping.",
    "Pilar is away, we take it up when she is back.",
    "Time ran out before this item.",
    "This one fell off the end of the day and moves to the plenary in April.",
    "Bart withdrew the proposal before the meeting.",
    "This item was pulled from the agenda and not heard.",
    "Put over to the next meeting because of the hour.",
    "Not today, Nora has the list.",
  ])("%s", (text) => expect(coverageOf(text)).toBe("not-reached"))

  test.each([
    "Ana reported that the ministry skipped two of the questions.",
    "One of the posts waits for a logo, said Ben, and the other goes out today.",
    "Ben wanted the rule dropped. It was agreed to keep it, and to come back to it when the year is over.",
    "Item 6 would be passed over tonight, the chair explained.",
  ])("%s was talked about", (text) => expect(coverageOf(text)).toBe("discussed"))

  test("there was none, behind the question", () => {
    expect(coverageOf("The Chair called for any other business. There was none.")).toBe("no-update")
    expect(coverageOf("Numbers have not come in from anyone. No update.")).toBe("no-update")
    expect(coverageOf("Ana presented the numbers. There were no questions.")).toBe("discussed")
  })
})
