import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const minutesWith = (said: string) => `# Harbour Light Group

Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss

## 1. Lamps

${said}

## 2. Any other business

Nothing was raised.
`
const decisionsOf = (said: string) =>
  readReport(minutesWith(said), "votes.md").decisions.map(({ text }) => text)

describe("more ways to decide", () => {
  test.each([
    "The Council voted by 4 to 1, with Mr Okoro opposed, to set the limit at 210 tonnes.",
    "The Council voted 6 to 1 to buy the second lamp.",
    "The Board voted by five votes to two to keep the gate.",
    "Voted, six for and one against: the feast is held on the quay.",
    "The Board awarded the finals to Port Amelie by four votes to three.",
    "The Council also directed that two lamps be set aside for the islands.",
    "The Council took no position on the bank but decided to keep the basin closed.",
    "The fees were left as they are, by common consent.",
    "Consensus to meet in the Old House, as long as the rent stays low.",
    "Dora Weiss was confirmed as treasurer until next summer.",
    "Senate referred the proposal back to the Faculty of Lamps.",
    "The section decided unanimously to keep the oil for one more year.",
    "The Board fixed the levy for 2023 at 14 crowns.",
    "The committee raised the subscription to £20.",
    "The Committee extended the deadline for entries to 1 May.",
    "The committee picked the blue design.",
    "The Board rescinded its decision of May.",
    "There were no objections and the plan stands.",
    "Permission was given to paint the gate.",
    "The group will stay with the old lamp; nobody was against.",
    "Everybody present was in favour of a second lamp.",
    "The vote was 5 to 2 in favour of the offer.",
    "A show of hands gave eight for and two against, so the offer is accepted.",
    "The price stays at 14 crowns; this was carried with one abstention.",
    "It was ruled that the lamp stays.",
    "It was the unanimous view of the meeting that the lamp should stay.",
    "The Assembly took the following decision: the fee is doubled.",
    "The recommendation of the panel was followed.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([said])
  })

  test.each([
    "The votes went from 4 to 1 within a year, said Ben Okoro.",
    "The port is by common consent the finest of the coast.",
    "The prize was confirmed as lost.",
    "Ben Okoro referred back to the letter of May.",
    "The Council awarded a grant to the port, Ben Okoro said.",
    "The director of the museum wanted two lamps set aside.",
    "Ben Okoro voted last time: he was against it.",
    "The port raised its fees in January.",
    "The committee raised the question of the lamp.",
    "Permission was given by the port.",
    "A clear majority favoured removal, and no one was opposed.",
    "Two members were in favour of a second lamp.",
    "The report was followed by songs.",
    "There was support for a stand with tea. No decision was taken.",
  ])("not so: %s", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })
})

describe("numbers of decisions without a colon", () => {
  test("with letters in them", () => {
    const said =
      "> **Decision XIV/1.** Both lamps are kept, provided that somebody pays.\n\nDecision B-12 The gate is closed at ten."
    expect(decisionsOf(said)).toEqual([
      "Both lamps are kept, provided that somebody pays.",
      "The gate is closed at ten.",
    ])
  })

  test("a letter and a figure, where they are set in bold", () => {
    expect(decisionsOf("**D1** Both lamps are kept for a year.")).toEqual([
      "Both lamps are kept for a year.",
    ])
    expect(decisionsOf("D1 The plan of the quay is late.")).toEqual([])
    expect(decisionsOf("**D1 The plan** is late.")).toEqual([])
  })
})

describe("a word for what was decided, with a colon", () => {
  test("is a label, unless a day stands behind it", () => {
    expect(decisionsOf("Unanimously approved: the budget for 2022.")).toEqual([
      "the budget for 2022.",
    ])
    expect(decisionsOf("Approved: 7 April 2022")).toEqual([])
  })
})

describe("what leads into a list of decisions", () => {
  test("the body itself, and verbs below it", () => {
    const said = "The Board:\n\n- approved the budget\n- noted the report\n- agreed to buy a lamp"
    expect(decisionsOf(said)).toEqual(["approved the budget", "agreed to buy a lamp"])
    expect(decisionsOf("The lamps:\n\n- approved the budget\n- noted the report")).toEqual([])
  })

  test("letters in brackets below a colon", () => {
    const said = "It was agreed:\n\n(a) to buy a lamp;\n\n(b) to paint the gate."
    expect(decisionsOf(said)).toHaveLength(2)
  })

  test("a label in brackets ends with them", () => {
    const said = "The lamp is old. [Agreed: buy another lamp for the quay.]"
    expect(decisionsOf(said)).toEqual(["buy another lamp for the quay."])
  })

  test("capitals in front of what was agreed", () => {
    expect(decisionsOf("AGREED the budget of 300 crowns.")).toEqual(["the budget of 300 crowns."])
    expect(decisionsOf("Agreed the lamps were, and nobody else.")).toEqual([])
  })
})

describe("a motion over several lines", () => {
  const motion = (vote: string) =>
    `Motion: That the group buys two lamps.\n\nMoved: Ben Okoro   Seconded: Cem Arslan\n\n${vote}`

  test("is decided where it was carried", () => {
    expect(decisionsOf(motion("Vote: 7 for, 0 against. CARRIED."))).toEqual([
      "That the group buys two lamps.",
    ])
  })

  test("is none where it was lost, or nobody says how it went", () => {
    expect(decisionsOf(motion("Vote: 2 for, 5 against. LOST."))).toEqual([])
    expect(decisionsOf(motion("Vote: in April."))).toEqual([])
  })
})

describe("sentences set in bold", () => {
  const decided =
    "**The minutes were approved.**\n\n**It was resolved to buy a lamp.**\n\n**The budget was adopted.**"

  test("decide where others so set do", () => {
    expect(decisionsOf(`${decided}\n\n**Berth 9 goes to the Weiss family.**`)).toContain(
      "Berth 9 goes to the Weiss family.",
    )
  })

  test("say nothing of it where most of them are no decisions", () => {
    const said =
      "**The budget was adopted.**\n\n**The lamps are dirty.**\n\n**Berth 9 goes to the Weiss family.**"
    expect(decisionsOf(said)).toEqual(["The budget was adopted."])
    expect(decisionsOf(`${decided}\n\nBerth 9 goes to the Weiss family.`)).toHaveLength(3)
  })
})
