import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { decisionsOf, minutesWith } from "../short-minutes"

describe("ways to record a decision", () => {
  test.each([
    "As no comments were received they were approved.",
    "Ioanna was reappointed by acclamation for another three years.",
    "There was consensus in the room to adopt the draft, to be confirmed on the list.",
    "There was rough consensus on the mailing list for the first option.",
    "Nobody objected, so the paragraph on satellites is dropped.",
    "With no objections, the minutes stand approved.",
    "Hearing no objection, the chair declared the motion adopted.",
    "Councillors were content to pause the scoping team for six months.",
    "The Board was content with the proposal and approved it.",
    "Members were happy to proceed with the second option.",
    "Members agreed the budget for 2023.",
    "Dora Weiss was thereby elected chair of the group.",
    "The group sends Ben to the school committee (unanimous).",
    "The committee agreed a timetable for the review.",
    "It was agreed to keep the lamp lit until June.",
    "It was further agreed that two lamps be bought.",
    "It was unanimously resolved that the fee be doubled.",
    "It was RESOLVED to write off the debt.",
    "It has been decided to close the western gate.",
    "The group decided against a second lamp.",
    "The meeting resolved to take no further action.",
    "The minutes of the meeting of 3 February were approved as a correct record.",
    "The minutes were taken as read and signed by the chair.",
    "The Committee noted and endorsed the work plan.",
    "The Working Group adopted its work programme for 2022–2024.",
    "The Executive Board took note of the report and approved the budget.",
    "The Council adopted decision 12/4 without a vote.",
    "Consensus was reached on the wording of the first paragraph.",
    "The sense of the meeting was that the lamp should stay.",
    "The motion was put to the vote and carried by seven votes to two.",
    "Motion carried.",
    "The motion passed 7-2 with one abstention.",
    "On a show of hands the proposal was carried.",
    "The proposal was accepted by all.",
    "Cem's offer to print the posters was accepted.",
    "The group settled on blue for the door.",
    "We agreed to meet every month from now on.",
    "All agreed that the notice should go up by Friday.",
    "Everyone agreed to skip the December meeting.",
    "Dora Weiss was elected treasurer for two years.",
    "Cem Arslan was appointed as liaison to the port.",
    "The members voted unanimously in favour of the merger.",
    "By consensus, the group selected option B.",
    "Participants concurred that the list should be published.",
    "The co-chairs and the secretariat agreed that the call be moved.",
    "Board voted 5-0 with one abstention to join for one year.",
    "Minutes of 20th July agreed and signed as a true record.",
    "Moved by Ben Okoro, seconded by Cem Arslan, that the fees be raised. Carried.",
    "DECISION: Two lamps are bought.",
    "RESOLUTION: publish the first draft of the notes",
    "RESOLVED: That the accounts be received.",
    "AGREED: to adopt the plan.",
    "Decision 12/3: The fee is doubled.",
    "Agreement: we use the shared calendar from April.",
    "Conclusion: last call starts as soon as the new version is out.",
    "IT WAS AGREED that the report be noted.",
    "The recommendation was agreed.",
    "The recommendations were approved by the Committee.",
    "The Board gave its approval to the lease.",
    "The Committee gave its consent to the sale of the boat.",
    "Approval was given to the purchase of a second boat.",
    "The trustees signed off the accounts for 2021.",
    "The group signed off on the final text of the letter.",
    "The Panel determined that the application be refused.",
    "The Chair ruled that the amendment was out of order and the text stands.",
    "It was ordered that the bill be paid.",
    "The house rules are changed accordingly: nobody may cook after ten. Agreed by all present.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toHaveLength(1)
  })
})

describe("what is no decision", () => {
  test.each([
    "Ben asked whether the budget had been approved.",
    "Cem recalled that the plan was adopted in 2019.",
    "It was not agreed that the lamp should go.",
    "No decision was taken.",
    "Dora hoped that the council would approve it in June.",
    "Everybody agreed with Ben about the weather.",
    "Ben agreed with Dora.",
    "The group discussed whether to adopt the draft.",
    "A decision is expected in May.",
    "The matter was left open.",
    "Members were of the view that more reflection was needed.",
    "The proposal will be put to the vote in April.",
    "Ana thanked the committee for adopting the plan so quickly.",
    "If the plan is approved, work begins in June.",
    "The port has approved nothing so far.",
    "Ben was happy to proceed with his talk.",
    "Members were happy with the cake.",
    "Four groups approved for this year are those on lamps, on tides, on fog and on rope.",
    "Nobody objected to the smell of paint.",
    "The deadline was extended by the ministry last year.",
    "The Scientific Council had agreed on them in March by 9 votes to 2.",
    "Ben lost the race to the lamp (5 to 2).",
    "Council resolved on 20 February 2024 to seek tenders.",
    "Everything the panel has recommended so far is on the page.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })
})

describe("what is agreed that somebody would do", () => {
  const actionsOf = (said: string) =>
    readReport(minutesWith(said), "phrase.txt").actions.map(({ owners }) => owners)

  test("is the task of the one who is named, and no decision besides", () => {
    const said = "It was agreed that Ben Okoro would write to the port by 5 April."
    expect(decisionsOf(said)).toEqual([])
    expect(actionsOf(said)).toEqual([["Ben Okoro"]])
  })

  test("stays a decision where the group does it and somebody has a part in it", () => {
    const said =
      "It was agreed that the group will answer the port and that Ben Okoro will prepare a first draft."
    expect(decisionsOf(said)).toEqual([said])
    expect(actionsOf(said)).toEqual([["Ben Okoro"]])
  })
})
