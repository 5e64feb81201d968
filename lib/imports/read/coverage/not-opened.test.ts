import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { coverageOf } from "./coverage-words"

describe("an item that was not opened", () => {
  test.each([
    "*Withdrawn at the request of the Pier Office.*",
    "The Chair removed the item from the agenda, as the papers were late.",
    "We have not been able to take this matter today and lay it over to our next meeting.",
    "The Chair said that the scheme had to wait for the next meeting, as Ben had the papers.",
    "Item 4 was passed over, the architect not having come.",
    "The meeting closed at five with this item unopened.",
    "Time expired. Item remains on the list.",
    "Speaker a no-show. We moved on.",
    "Sorry, we did not make it this far!",
    "It was past ten by now, and we put this off to the next time.",
    "No time any more.",
    "It was not possible to come to this on the call.",
    "Owing to the absence of Mr Weiss this item was adjourned.",
    "Ben Okoro: we are over the hour, so the lamps move to next month.",
    "Item F was not treated.",
    "The Chair said that the letter had arrived only that morning. Consideration of this item was adjourned to the next meeting.",
    "The Chair proposed to hold this item until Cem could join, and turned to the next.",
    "Will be on the agenda of 3 June instead.",
    "Dora wished to withdraw her paper, and the item accordingly lapsed.",
    "Omitted, as the engineer could not be reached. We come to it in May.",
    "We didn't get round to the sailing school.",
    "AOB was dispensed with, the hour being past.",
    "The item stays pending until the next session.",
    "Cem apologised; lamps to be taken when he is back.",
    "Ponto adiado, por ausência do relator.",
    "| Lamps | DF | not taken, time was up |",
    "Taken up at the next meeting; Ms Lind holds the draft.",
    "Priya asked that this be moved to May.",
    "Dora was not on the call. Moving to next week.",
    "The Chair suggested taking this at the next meeting, and nobody objected.",
    "The paper on lamps will be heard in June.",
    "Will pick this up offline as we are over time.",
    "No speaker. Item goes back in the queue.",
    "Este asunto queda para la siguiente sesión.",
    "Der Punkt wird von der Tagesordnung abgesetzt.",
  ])("%s", (text) => expect(coverageOf(text)).toBe("not-reached"))

  test.each([
    "Ben went through both offers. The choice between them was deferred to the next meeting.",
    "Ben said that there was no time in the summer plan for a third boat.",
    "Only two of the clauses were gone through for want of time.",
    "Views were divided on the fence, and the Chair carried the matter over to May for a vote.",
    "Tras un largo debate, la votación se aplazó hasta mayo.",
    "Approved without discussion.",
    "The Board decided to postpone the inspection of the crane to the autumn.",
    "Logs are kept for 90 days.",
    "Ana Lind opened the call at five past the hour.",
    "Ben asked whether the call could alternate between two hours. Dora will put it on the next agenda.",
    "Ana noted that the boats were not covered by the policy.",
    "The deadline for requests was moved to 1 May.",
    "Introduced by Cem; discussion deferred to May.",
    "The boats could not be moved until April because of ice.",
    "The opening of the hall is postponed to June.",
    "Dora put the case for a longer season; the matter goes to the Town in May.",
    "| Lamps | DF | DF showed a lamp of tin | revisit 3 June |",
    "Ana asked that the painting be deferred until the swifts have gone. Ben said he could wait.",
    "Ben reported that the web site will be moved to another server.",
    "We were unable to take a decision on the lamps.",
  ])("%s was talked about", (text) => expect(coverageOf(text)).toBe("discussed"))

  test("is known by its name in a few words", () => {
    const coverage = (said: string) =>
      readReport(
        `# Quay Board, 12 May 2022\n\nPresent: Ana Lind, Ben Okoro\n\n## Winter boats\n\n${said}\n\n## Lamps\n\nAna Lind showed a lamp.\n`,
        "x.md",
      ).agenda[0]?.coverage
    expect(coverage("With Ben away, the Chair left Winter boats for another day.")).toBe(
      "not-reached",
    )
    expect(coverage("Ana Lind left the keys for another day.")).toBe("discussed")
  })
})
