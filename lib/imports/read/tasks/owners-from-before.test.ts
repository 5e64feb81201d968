import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const actionsOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n1. Lamps\n\nThe lamps were counted.\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions.map(({ owners }) => owners)

describe("whose a task is, told in front of it", () => {
  test.each([
    ["The group thanked Ben for his map. He agreed to add the depths.", "Ben Okoro"],
    ["Ben reported on the lamps. Will send the list by 20 May.", "Ben Okoro"],
    ["Ben: found two that are dark. Will ask the port about them by 20 May.", "Ben Okoro"],
    ["Ben said the list is nearly done and that he would send it by 20 May.", "Ben Okoro"],
    ["Ben can live with it. He does, however, need a rest, and will write to them.", "Ben Okoro"],
    [
      "It was put aside until Ben has asked the town, which he agreed to do by 20 May.",
      "Ben Okoro",
    ],
    ["The engineer to be asked about the wall before May ends – Ben will arrange.", "Ben Okoro"],
    ["Nothing can start without the lamp, so BO is to chase the shop for it.", "Ben Okoro"],
    ["By 20 May, Ben will have to get the view of the town.", "Ben Okoro"],
    ["A Carla ficou de verificar os direitos até 20 de maio.", "Carla Weiss"],
    ["The legal adviser will answer the letter.", "legal adviser"],
    ["Members should send their numbers to Ben by the end of May.", "Members"],
    ["The secretariat had three tasks. Ben was further to look for a hall.", "Ben Okoro"],
    ["Who pays for it? BO said he would look into it.", "Ben Okoro"],
    ["It remains for Ben to check the list.", "Ben Okoro"],
    ["The task of checking the list was taken by Ben.", "Ben Okoro"],
    ["The next step is for Ben to write to the town.", "Ben Okoro"],
    ["Ben would share the list with the pilots.", "Ben Okoro"],
    ["Somebody has to ring the port. Ben will.", "Ben Okoro"],
    ["The secretary will, as usual, send the minutes to the town.", "secretary"],
  ])("%s", (said, owner) => {
    expect(actionsOf(said)).toEqual([[owner]])
  })
})

describe("what is nobody's task", () => {
  test.each([
    "Ben offered to lend a lamp. The offer was declined with thanks.",
    "The costs will be shared among the users.",
    "The Working Party agreed to add a chapter on lamps.",
    "Ana invited the members to look out of the window.",
    "Ana asked the participants to state their names when they speak.",
    "Ben replied that it has gone up by a half, and that he would show the bills to anyone.",
    "Ben would rather share the list with the pilots.",
    "Ana and Ben represent the group on the board.",
    "Carla will describe.",
    "The quay wall is to be rebuilt before it takes ships.",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })
})

test("people by the word that their list addresses them by, and their given names", () => {
  const list =
    "Mama Ana Lind (chairperson), Mama Eva Sato (treasurer), Mama Ida Moe, Mama Rosa Diaz"
  const said = `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: ${list}\n\n1. Lamps\n\nMama Eva will send the list by 20 May. The chairperson will write to the port.\n`
  expect(readReport(said, "x.txt").actions.map(({ owners }) => owners)).toEqual([
    ["Eva Sato"],
    ["Ana Lind"],
  ])
})
