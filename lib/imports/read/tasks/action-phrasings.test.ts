import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const minutesWith = (said: string) => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
Secretary: Dora Weiss
Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss

1. Lamps

${said}

2. Any other business

Nothing was raised.

Next meeting: 31 March 2022
`
const actionsOf = (said: string) =>
  readReport(minutesWith(said), "phrase.txt").actions.map(({ owners, due }) => ({ owners, due }))
const [ANA, BEN, CEM, DORA] = ["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"]

describe("ways to assign an action", () => {
  test.each<[string, string[], string | null]>([
    ["ACTION: Ben to send the list by 12 April", [BEN], "2022-04-12"],
    ["ACTION: Ben Okoro: send the list", [BEN], null],
    ["ACTION - Ben Okoro - send the list", [BEN], null],
    ["ACTION: send the list (Ben Okoro)", [BEN], null],
    ["ACTION: send the list [Ben]", [BEN], null],
    ["ACTION (Ben Okoro): send the list.", [BEN], null],
    ["ACTION [Ben]: send the list.", [BEN], null],
    ["ACTION BEN: send the list.", [BEN], null],
    ["Action (BO): send the list.", [BEN], null],
    ["Action: BO to send the list.", [BEN], null],
    ["Action: BO/CA to send the list.", [BEN, CEM], null],
    ["Action: Ben Okoro/Cem Arslan to send the list.", [BEN, CEM], null],
    ["Action: Ben & Cem to send the list.", [BEN, CEM], null],
    ["[Action 12.1] Ben Okoro: send the list by mid-April.", [BEN], "2022-04-15"],
    ["[Action 12.1] Ben Okoro and Cem Arslan: send the list.", [BEN, CEM], null],
    ["Action 12.1: Ben Okoro to send the list by the end of March.", [BEN], "2022-03-31"],
    ["A12-03 Ben Okoro to send the list.", [BEN], null],
    ["Action item 3: Ben Okoro to send the list before the next meeting.", [BEN], "2022-03-31"],
    ["AP3: Ben Okoro to send the list.", [BEN], null],
    ["AI-2022-07 Ben Okoro to send the list.", [BEN], null],
    ["AI: Ben to send the list", [BEN], null],
    ["Action Required: Ben to send the list", [BEN], null],
    ["TODO: Ben to send the list", [BEN], null],
    ["TODO(ben): send the list", [BEN], null],
    ["- [ ] @ben send the list", [BEN], null],
    ["- [ ] **Ben**: send the list by 2022-04-01", [BEN], "2022-04-01"],
    ["- [ ] Send the list (@ben, 1 April)", [BEN], "2022-04-01"],
    ["Task: Ben to send the list; due 1 April 2022", [BEN], "2022-04-01"],
    ["Follow-up: Ben will send the list.", [BEN], null],
    ["Next step: Ben to send the list.", [BEN], null],
    ["Ben will send the list.", [BEN], null],
    ["Ben Okoro will send the list by Friday.", [BEN], "2022-03-04"],
    ["Ben agreed to send the list.", [BEN], null],
    ["Ben undertook to send the list before Easter.", [BEN], null],
    ["Ben offered to send the list.", [BEN], null],
    ["Ben volunteered to draft the letter.", [BEN], null],
    ["Ben took an action to send the list.", [BEN], null],
    ["Ben took the action of sending the list.", [BEN], null],
    ["Ben took it upon himself to send the list.", [BEN], null],
    ["Ben was asked to send the list.", [BEN], null],
    ["Ben was tasked with sending the list.", [BEN], null],
    ["Ben was instructed to send the list by 1 April.", [BEN], "2022-04-01"],
    ["Ben promised the list by 1 April.", [BEN], "2022-04-01"],
    ["Ben and Cem will draft the letter.", [BEN, CEM], null],
    ["Ben, together with Cem, will draft the letter.", [BEN, CEM], null],
    ["Ben will, with the help of the port, draft the letter.", [BEN], null],
    ["Ana asked Ben to send the list.", [BEN], null],
    ["Ana requested that Ben send the list by 1 April.", [BEN], "2022-04-01"],
    ["The chair invited Ben to prepare a note.", [BEN], null],
    ["It was agreed that Ben would send the list.", [BEN], null],
    ["It was agreed that Ben should send the list.", [BEN], null],
    ["The group asked Ben to send the list.", [BEN], null],
    ["Ben to send the list.", [BEN], null],
    ["Ben is to send the list by 1 April.", [BEN], "2022-04-01"],
    ["Ben has kindly agreed to send the list.", [BEN], null],
    ["Ben said he would send the list.", [BEN], null],
    ["Ben said that he would send the list by Friday.", [BEN], "2022-03-04"],
    ["Ben: I will send the list tomorrow.", [BEN], "2022-03-04"],
    ["Ben: I'll send the list.", [BEN], null],
    ["The secretary will send the list.", [DORA], null],
    ["The Secretary was asked to send the list.", [DORA], null],
    ["The secretary to send the list by 1 April.", [DORA], "2022-04-01"],
    ["The Secretariat will circulate the list.", ["Secretariat"], null],
    ["The secretariat was requested to prepare a note.", ["secretariat"], null],
    ["The list will be sent by Ben before 1 April.", [BEN], "2022-04-01"],
    ["A note will be circulated.", [], null],
    ["Ana Lind is responsible for the letter to the port.", [ANA], null],
    ["Mr Okoro shall submit the form by 1 April 2022.", [BEN], "2022-04-01"],
    ["→ Ben sends the list by 1 April", [BEN], "2022-04-01"],
    ["=> Ben: send the list (1 April)", [BEN], "2022-04-01"],
    [">> ACTION: Ben to send the list", [BEN], null],
    ["**Action:** Ben to send the list", [BEN], null],
    ["*ACTION* Ben to send the list", [BEN], null],
    ["ACTION POINT 12/1: Ben to send the list. DEADLINE: 1 April 2022", [BEN], "2022-04-01"],
    ["Send the list. ACTION: Ben Okoro", [BEN], null],
    ["The list should go out this week. (Action: Ben)", [BEN], null],
    ["Ben will look into it and report back at the next meeting.", [BEN], "2022-03-31"],
    ["Ben will report back in two weeks.", [BEN], "2022-03-17"],
  ])("%s", (said, owners, due) => {
    expect(actionsOf(said)).toEqual([{ owners, due }])
  })
})

describe("actions in other tongues", () => {
  test.each<[string, string[], string | null]>([
    ["Acción: Ben enviará la lista antes del 1 de abril.", [BEN], "2022-04-01"],
    ["Ben se compromete a enviar la lista antes del 1 de abril.", [BEN], "2022-04-01"],
    ["Ben enviará la lista.", [BEN], null],
    ["Ben y Cem enviarán la lista.", [BEN, CEM], null],
    [
      "Ben Okoro y Cem Arslan pedirán tres ofertas antes del 15 de marzo.",
      [BEN, CEM],
      "2022-03-15",
    ],
    ["Ben se encargará de la carta.", [BEN], null],
    ["Ben queda encargado de redactar la carta.", [BEN], null],
    ["Ben e Cem enviarão a lista até 1 de abril.", [BEN, CEM], "2022-04-01"],
    ["Ben invierà la lista entro il 1 aprile.", [BEN], "2022-04-01"],
    ["Ben enverra la liste d'ici le 1er avril.", [BEN], "2022-04-01"],
    ["Ben et Cem prépareront la lettre.", [BEN, CEM], null],
    ["Ben se charge d'envoyer la liste.", [BEN], null],
    ["Ben s'engage à envoyer la liste.", [BEN], null],
    ["Ben est chargé de préparer la lettre.", [BEN], null],
    ["À faire : Ben envoie la liste pour le 1er avril.", [BEN], "2022-04-01"],
    ["Ben übernimmt die Liste.", [BEN], null],
    ["Ben wurde gebeten, die Liste zu verschicken.", [BEN], null],
    ["Aufgabe: Ben und Cem verschicken die Liste.", [BEN, CEM], null],
    ["→ Ben contacte la mairie.", [BEN], null],
  ])("%s", (said, owners, due) => {
    expect(actionsOf(said)).toEqual([{ owners, due }])
  })
})

describe("who is meant, and by when", () => {
  test.each<[string, string[], string | null]>([
    ["Ben offered a note on lamps. Ana asked him to send it by 1 April.", [BEN], "2022-04-01"],
    ["Ben had seen the lamps. The chair asked him to prepare two offers.", [BEN], null],
    [
      "Ben and Cem presented the plan. They will circulate it by 10 March.",
      [BEN, CEM],
      "2022-03-10",
    ],
    ["The committee tasked Ben and Cem with drafting a letter.", [BEN, CEM], null],
    ["It was decided that the secretary would write to the port.", [DORA], null],
    ["Ben took on the task of sending the list.", [BEN], null],
    ["Ben was delegated to speak to the port.", [BEN], null],
    ["Ben must send the list before 8 March.", [BEN], "2022-03-08"],
    ["Ben's task is to send the list.", [BEN], null],
    ["Ben: to send the list by 8 March", [BEN], "2022-03-08"],
    ["Action for Ben: send the list.", [BEN], null],
    ["Action by Ben: send the list by 1 April.", [BEN], "2022-04-01"],
    ["Action assigned to Ben: send the list.", [BEN], null],
    ["Action: Send the list. Owner: Ben. Due: 1 April.", [BEN], "2022-04-01"],
    ["Action: Send the list -> Ben", [BEN], null],
    ["ACTION 12.1  Ben to send the list. By: next call", [BEN], "2022-03-31"],
    ["AI(ben): send the list", [BEN], null],
    ["@Ben: send the list", [BEN], null],
    ["By 14 March, Ben will send the list.", [BEN], "2022-03-14"],
    ["Before the next meeting Ben will send the list.", [BEN], "2022-03-31"],
    ["Action: Ben to send the list tomorrow", [BEN], "2022-03-04"],
    ["Action: Ben to send the list within the next two weeks", [BEN], "2022-03-17"],
    ["Action: Ben to send the list one week before the next meeting", [BEN], "2022-03-24"],
    ["Action: Ben to send the list by end March", [BEN], "2022-03-31"],
    ["Action: Ben to send the list by EOW", [BEN], "2022-03-04"],
    ["Action: Ben to send the list ahead of the next meeting", [BEN], "2022-03-31"],
    ["Action: Ben to send the list prior to the next meeting", [BEN], "2022-03-31"],
    // Where it is brought is no day by which it is due.
    ["Action: Ben to bring the list to the next meeting", [BEN], null],
    ["Action: Ben to send the list latest 14 March", [BEN], "2022-03-14"],
    ["Action: Ben to send the list. Target: 14 March 2022", [BEN], "2022-03-14"],
    ["Action: Ben to send the list. When: 14 March", [BEN], "2022-03-14"],
  ])("%s", (said, owners, due) => {
    expect(actionsOf(said)).toEqual([{ owners, due }])
  })
})

describe("what is no action", () => {
  test.each([
    "Ben will be away in May.",
    "Ben hoped that the port would send the list.",
    "Ben asked who would send the list.",
    "Ben offered to stand in for the press.",
    "Sigurd said they would get keys made of hardware.",
    "The port will open in June.",
    "The list will be long.",
    "Ben would not send the list again.",
    "Ben will not send the list.",
    "Ben has sent the list.",
    "Ana asked Ben whether the list was out.",
    "Will Ben send the list?",
    "If nobody objects, Ben will remain in office.",
    "Ben agreed to the change.",
    "Ben agreed with Cem.",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })
})
