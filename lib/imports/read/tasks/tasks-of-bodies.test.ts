import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `Harbour Forum\nMinutes of the meeting\n\n3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (Lamp Office), Ben Okoro (Pilots' Guild), Carla Weiss (Town of Lund), Dmitri Sato (Customs)\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.md",
  ).actions
const tasksOf = (said: string) => read(said).map(({ text, owners }) => [text, ...owners])
const ownersOf = (said: string) => read(said).map(({ owners }) => owners)

describe("the bodies that people of a list speak for", () => {
  test.each<[string, string[]]>([
    ["Customs was invited to send its comments.", ["Customs"]],
    ["The Town of Lund is to state in writing what it would pay.", ["Town of Lund"]],
    ["The Pilots' Guild and Customs were asked to draft a rule.", ["Pilots' Guild", "Customs"]],
    [
      "It was resolved that the Lamp Office and the Town of Lund should jointly prepare a note.",
      ["Lamp Office", "Town of Lund"],
    ],
    [
      "ACTION: The Lamp Office, with support from the Pilots' Guild, to repeat the survey.",
      ["Lamp Office", "Pilots' Guild"],
    ],
    ["ACTION: Ask for a price (Town of Lund, 20 May)", ["Town of Lund"]],
    ["Care of the stores was handed to Customs.", ["Customs"]],
    ["The chart is to be redrawn at 1:500 by the Lamp Office.", ["Lamp Office"]],
  ])("%s", (said, owners) => {
    expect(ownersOf(said)).toEqual([owners])
  })

  test.each([
    "The Town of Lund will celebrate its 400 years in August.",
    "Ben Okoro of the Pilots' Guild spoke about pilots.",
    "Customs had been asked to move in 2019.",
  ])("near miss: %s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })
})

describe("how somebody comes to a task", () => {
  test.each<[string, string[]]>([
    ["It fell to Ben, who knows them, to tell the crews.", ["Ben Okoro"]],
    ["The job of counting the lamps fell to Carla.", ["Carla Weiss"]],
    ["Carla was given the job of counting the lamps.", ["Carla Weiss"]],
    ["Ben is down to deliver the lamps, and nobody else needs to come.", ["Ben Okoro"]],
    ["Ben, with the help of Carla, is to count the lamps.", ["Ben Okoro", "Carla Weiss"]],
    ["Ben will count the lamps with Carla's help.", ["Ben Okoro", "Carla Weiss"]],
    ["Ben undertook, on behalf of the Pilots' Guild, to settle the bill.", ["Ben Okoro"]],
    ["Ben took away the question and will come back on it.", ["Ben Okoro"]],
    ["Ben took responsibility for the leaflet.", ["Ben Okoro"]],
    ["Ben himself will count the lamps.", ["Ben Okoro"]],
    ["Ben says he'll count the lamps.", ["Ben Okoro"]],
    ["Ben raised his hand and will count the lamps.", ["Ben Okoro"]],
    ["Please note Ben owes us the list; he'll mail it.", ["Ben Okoro"]],
    ["Asked whether he could count them, Ben said yes.", ["Ben Okoro"]],
    ["Ben's task until next time is to count the lamps.", ["Ben Okoro"]],
    ["No one volunteered, so Ben will count the lamps.", ["Ben Okoro"]],
    ["The tender panel was tasked with scoring the bids.", ["tender panel"]],
  ])("%s", (said, owners) => {
    expect(ownersOf(said)).toEqual([owners])
  })

  test("the one who was spoken of, behind why or when", () => {
    const of = (then: string) => ownersOf(`Ben was reluctant to lend the lamps. ${then}`)
    expect(of("In the end he agreed to lend them for a day.")).toEqual([["Ben Okoro"]])
    expect(of("To avoid losses, he will pre-register them.")).toEqual([["Ben Okoro"]])
    expect(of("As soon as he has a list, he will send it.")).toEqual([["Ben Okoro"]])
    expect(of("If he finds them, he will send them.")).toEqual([])
  })

  test("each of several in one sentence", () => {
    expect(tasksOf("Ben to do the list, Carla to do the chart.")).toEqual([
      ["Ben to do the list", "Ben Okoro"],
      ["Carla to do the chart.", "Carla Weiss"],
    ])
  })

  test.each([
    "Ana said the port has replied and will send a list.",
    "Asked whether he could count them, Ben declined.",
    "The action on Ben to find the charts was closed.",
    "No one will count the lamps for Ben.",
    "The call of the working group will take place in May.",
  ])("near miss: %s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })

  test.each<[string, string]>([
    ["Frau Weiss klärt bis zum 12. Mai, ob die Lampen brennen.", "Carla Weiss"],
    ["Ben hat zugesagt, die Lampen zu zählen.", "Ben Okoro"],
    ["Der Vorstand wird beauftragt, ein Angebot einzuholen.", "Vorstand"],
    ["Le secrétariat est chargé de diffuser le rapport.", "secrétariat"],
    ["M. Okoro s'est engagé à consulter les équipes.", "Ben Okoro"],
    ["Se acordó que Ben envíe la carta.", "Ben Okoro"],
    ["Encarregou-se o secretariado de convidar o porto.", "secretariado"],
  ])("%s", (said, owner) => {
    expect(tasksOf(said)).toEqual([[said.replace("Se acordó que ", ""), owner]])
  })

  test.each(["Le secrétariat remercie tout le monde.", "Se acordó que Ben sea presidente."])(
    "near miss: %s",
    (said) => {
      expect(ownersOf(said)).toEqual([])
    },
  )
})

describe("labels of tasks", () => {
  test.each<[string, string, string]>([
    ["[ACTION BO] Send the list of lamps.", "Send the list of lamps.", "Ben Okoro"],
    ["AP1 Ben: send the list of lamps", "send the list of lamps", "Ben Okoro"],
    ["[Task: Ben] Send the list of lamps.", "Send the list of lamps.", "Ben Okoro"],
    ["Nobody knows. Action, Ben: ask the port.", "ask the port.", "Ben Okoro"],
    ["Nobody knows. Assigned to Ben: ask the port.", "ask the port.", "Ben Okoro"],
    ["*Action* Ben to ask the port.", "Ben to ask the port.", "Ben Okoro"],
    ["Action owner(s): Ben\nAction: ask the port", "ask the port", "Ben Okoro"],
    ["Assignee: BO\nSummary: ask the port", "ask the port", "Ben Okoro"],
    ["Action by 22 May: list of lamps. By whom: Ben.", "list of lamps. By whom: Ben.", "Ben Okoro"],
    ["Ação: Ben – pedir as lâmpadas", "pedir as lâmpadas", "Ben Okoro"],
    ["- ✅ Ana: lamp oil\n- ⏳ Ben: ask the port", "ask the port", "Ben Okoro"],
    ["All done so far.\nStill to do:\n- Ben – ask the port", "ask the port", "Ben Okoro"],
    ["Ben: ask the port by 20 May", "ask the port by 20 May", "Ben Okoro"],
    ["* @ben please ask the port", "please ask the port", "Ben Okoro"],
    [
      "ACTION (all bodies): none. ACTION (Town of Lund): upload the plan.",
      "upload the plan.",
      "Town of Lund",
    ],
  ])("%s", (said, ...task) => {
    expect(tasksOf(said)).toEqual([task])
  })

  test("several behind one label", () => {
    expect(tasksOf("ACTIONS: (1) Ben – ask the port. (2) Carla – ditto for the town.")).toEqual([
      ["Ben – ask the port.", "Ben Okoro"],
      ["Carla – ditto for the town.", "Carla Weiss"],
    ])
  })

  test.each([
    "ACTION: none from this item.",
    "Action required: yes",
    "Actions: no further action required.",
    "Action taken: Motion carried unanimously.",
    "To do:\n- Ben: nothing for now",
    "To do:\n- lamp: Ben has brought it already",
    "Ben: thank you all. We meet again by 20 May.",
  ])("near miss: %s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })
})
