import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front = `# Harbour Light Group

Minutes, 3 March 2022

Master: Ana Lind; Under-master: Ben Okoro; Hon. Secretary: Maia Rangi; First Warden: Dora Weiss; Second Warden: Eva Holm

Present: Cem Arslan, Finn Aho (harbour rowers)

## 1. Lamps

`
const ownersOf = (said: string) =>
  readReport(
    `${front}${said}\n\n## 2. Any other business\n\nNothing was raised.\n`,
    "task.md",
  ).actions.map(({ owners }) => owners.join(" + "))

describe("tasks of those who hold an office, and of bodies", () => {
  test.each([
    ["The Master and the Under-master to meet the port.", ["Ana Lind + Ben Okoro"]],
    ["Under-master and Mr Arslan to find three lamps.", ["Ben Okoro + Cem Arslan"]],
    ["The First and Second Wardens to meet the plumber.", ["Dora Weiss + Eva Holm"]],
    ["The Under-master, who was away, is asked to count the lamps.", ["Ben Okoro"]],
    ["The Under-master will write; the Master will pay.", ["Ben Okoro", "Ana Lind"]],
    ["The lamp is old: the Hon. Secretary to get an estimate.", ["Maia Rangi"]],
    ["Under-master would approach the Bishop.", ["Ben Okoro"]],
    ["The Master asked the Under-master to free a day for it.", ["Ben Okoro"]],
    ["It was resolved to charge the Under-master with renewing the contract.", ["Ben Okoro"]],
    ["The purchasing office is to compare three suppliers.", ["purchasing office"]],
    ["The office will reserve the hall.", ["office"]],
    ["The landlord's agent is to mend the radiators.", ["landlord's agent"]],
    ["Basin Guild to count the lamps.", ["Basin Guild"]],
  ])("%s", (said, owners) => {
    expect(ownersOf(said)).toEqual(owners)
  })

  test.each([
    "The Master asked the Under-master to leave the room.",
    "The Under-master would pay more if the lamps were new.",
    "The rowers would pay for a second lamp.",
    "The letter is to ask for more lamps.",
    "The Council is to meet again in May.",
    "The number to call is on the door.",
  ])("none in %s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })
})
