import { expect, test } from "vitest"
import { decides } from "./decides"

test.each([
  // who decides
  "Ministers agreed on a common closed season.",
  "Trustees agreed to sell the boat.",
  "The hui resolved that the road be closed.",
  "The kgotla unanimously chose the second site.",
  "The board committee members agreed to stay.",
  "The committee consented to the sale of the boat.",
  "The committee supported the purchase of a lamp.",
  "The house voted down the amendment.",
  "The plenary took the decision to postpone the fair.",
  "Les membres décident de maintenir la date.",
  // what is decided
  "The levy was set at 14 crowns.",
  "The contract for the roof was awarded to Pell & Daughters.",
  "The policy network on lamps was renewed for one year.",
  "The report was received.",
  "Le compte rendu de la réunion est approuvé sans modification.",
  // how it was decided
  "The co-chairs declared rough consensus on the proposal.",
  "A consensus emerged that the lamp should stay.",
  "The consensus was that the lamp stays.",
  "Everybody could live with this.",
  "The cheaper lamp was praised by all, and nobody had a better idea, so the cheaper lamp it is.",
  "The fee was raised by six votes to two.",
  "By a majority of five to two, the rules were changed.",
  "The new rules were put to the vote and passed.",
  "The budget for 2023 passed without dissent.",
  "The following decisions were taken:",
  // bodies by other names
  "The call agreed that transport is the theme of the gathering.",
  "The presidium decided to buy a clock of its own.",
  "The Sub-Panel decided that the number is cast into the shell.",
  "The owners carried the proposal with 12 of 14 votes.",
  "We agreed we would stop printing.",
  // motions told in one sentence
  "Motion by Ana Lind, seconded by Ben Okoro, to approve the minutes of March 8, 2001, carried.",
  "Motion by Ana, seconded by Ben, to accept the accounts as presented: carried.",
  "On a motion by Ana the hearing was closed, 4-0.",
  "MOVED by Ana Lind, seconded by Ben Okoro, and voted 6-1 to use the third draft.",
  'The following was carried with one vote against: "That eleven planks be renewed."',
  // how it came out
  "Consensus of the Commission was to name it the Otter Trail.",
  "I declare that there is consensus for the proposal.",
  "The vote went 5 to 3 for the second design.",
  "After a second ballot Ms Hale was chosen.",
  "Listening lights is adopted as a work item.",
  "The Chair's compromise, to dredge to 4.5 m instead of 5, was accepted.",
])("decides: %s", (said) => {
  expect(decides(said)).toBe(true)
})

test.each([
  "Anders agreed to write the letter.",
  "Ana resolved to write again.",
  "The treasurer decided to resign.",
  "Some members agreed that the fee is too high.",
  "The readers agreed on the first two but not on the third.",
  "The lease was extended by the port in May until the end of the year.",
  "The date was set by the fund.",
  "The contract was awarded to the museum by the fund.",
  "The report was received on 3 May.",
  "The plan was previously approved.",
  "In 22 of them the name was kept, in 15 the complaint was refused, and 4 were settled.",
  "No consensus emerged on the lamp.",
  "There was little support for the lamp.",
  "Ben Okoro could live with one more year.",
  "The proposal was lost by three votes to five.",
  "Ana wondered why the fee was approved.",
  "La proposition n'est pas adoptée.",
  "The group supported him.",
  "Motion by Ana Lind to accept the approved plan was not seconded.",
  "On a motion by Ana the hearing was discussed.",
  "I declare that there is no consensus for the proposal.",
  "The company of Mr Hale was chosen last year.",
  "A new habit is adopted every spring.",
  "That was good news, Ben thought.",
])("does not: %s", (said) => {
  expect(decides(said)).toBe(false)
})

test("and answers alike when it is asked again", () => {
  const said = "The lamp committee agreed to buy a lamp."
  expect([decides(said), decides(said), decides(`${said} `)]).toEqual([true, true, true])
})
