import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const report = (list: string) => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

${list}

1. Lamps

The lamps were counted.

2. Any other business

Nothing was raised.
`
const listsOf = (list: string) => {
  const { participants, regrets } = readReport(report(list), "list.txt")
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}
const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("shapes of a list of people", () => {
  test.each([
    "Present: Ana Lind, Ben Okoro, Cem Arslan\nRegrets: Dora Weiss",
    "Present: Ana Lind, Ben Okoro and Cem Arslan. Regrets: Dora Weiss.",
    "Present:\nAna Lind\nBen Okoro\nCem Arslan\n\nRegrets:\nDora Weiss",
    "PRESENT\n\nAna Lind\nBen Okoro\nCem Arslan\n\nAPOLOGIES\n\nDora Weiss",
    "## Attendees\n\n- Ana Lind\n- Ben Okoro\n- Cem Arslan\n\n## Regrets\n\n- Dora Weiss",
    "## Attendees\n\n1. Ana Lind, Port\n2. Ben Okoro, Town\n3. Cem Arslan, Mill\n\n## Apologies\n\n1. Dora Weiss, Quay",
    "Attendance: Ana Lind (Port), Ben Okoro (Town), Cem Arslan (Mill)\nApologies: Dora Weiss (Quay)",
    "Attending: Ana Lind; Ben Okoro; Cem Arslan\nAbsent: Dora Weiss",
    "Present were: Ana Lind, Ben Okoro, Cem Arslan. Excused was: Dora Weiss.",
    "In attendance: Ana Lind, Ben Okoro, Cem Arslan\nNot present: Dora Weiss",
    "Who was there: Ana Lind, Ben Okoro, Cem Arslan\nWho could not come: Dora Weiss",
    "There: Ana Lind, Ben Okoro, Cem Arslan\nNot there: Dora Weiss",
    "On the call: Ana Lind, Ben Okoro, Cem Arslan\nSent regrets: Dora Weiss",
    "Participants (3): Ana Lind, Ben Okoro, Cem Arslan\nRegrets (1): Dora Weiss",
    "Members present: Ana Lind, Ben Okoro\nObservers: Cem Arslan\nMembers absent: Dora Weiss",
    "Members of the Council present: Ana Lind, Ben Okoro\nAlso present: Cem Arslan\nApologies for absence: Dora Weiss",
    "Members taking part: Ana Lind, Ben Okoro\nInvited: Cem Arslan\nExcused: Dora Weiss",
    "Present (in the room): Ana Lind, Ben Okoro\nPresent (remote): Cem Arslan\nRegrets: Dora Weiss",
    "In person: Ana Lind, Ben Okoro\nOnline: Cem Arslan\nApologies: Dora Weiss",
    "Voting members: Ana Lind, Ben Okoro\nNon-voting: Cem Arslan\nRegrets: Dora Weiss",
    "Directors present: Ana Lind, Ben Okoro\nStaff: Cem Arslan\nDirectors absent: Dora Weiss",
    "| Name | Organisation | Attended |\n|---|---|---|\n| Ana Lind | Port | yes |\n| Ben Okoro | Town | yes |\n| Cem Arslan | Mill | yes |\n| Dora Weiss | Quay | apologies |",
    "| Present | Apologies |\n|---|---|\n| Ana Lind | Dora Weiss |\n| Ben Okoro | |\n| Cem Arslan | |",
    "| Institution | Present | Apologies |\n|---|---|---|\n| Port | Ana Lind, Ben Okoro | |\n| Town | Cem Arslan | Dora Weiss |",
    "| Present | Ana Lind, Ben Okoro, Cem Arslan |\n|---|---|\n| Apologies | Dora Weiss |",
    "Participants:\nPort: Ana Lind, Ben Okoro\nTown: Cem Arslan\nApologies: Dora Weiss",
    "Participants\n\nPort\n  Ms Ana Lind\n  Mr Ben Okoro\n\nTown\n  Mr Cem Arslan\n\nExcused\n  Ms Dora Weiss",
    "Participants\n\nPort authorities\nAna Lind (Harbour)\nBen Okoro (Quay)\n\nTown authorities\nCem Arslan (Mayor's office)\n\nApologies\nDora Weiss (Mill)",
    "PRESENT\nMs Ana Lind          Chair\nMr Ben Okoro         Port\nMr Cem Arslan        Town\n\nAPOLOGIES\nMs Dora Weiss        Mill",
    "Present: Mss Ana Lind; Messrs Ben Okoro, Cem Arslan\nExcused: Ms Dora Weiss",
    "Forum              Participant\nNorth              Ana Lind\nSouth              Ben Okoro\nEast               Cem Arslan\n\nRegrets: Dora Weiss",
    "Present: Ana Lind - Port, Ben Okoro - Town, Cem Arslan - Mill\nRegrets: Dora Weiss - Quay",
    "Present: Ana Lind (AL), Ben Okoro (BO), Cem Arslan (CA)\nApologies: Dora Weiss (DW)",
    "Participants: Ana Lind <ana@example.org>, Ben Okoro <ben@example.org>, Cem Arslan <cem@example.org>\nRegrets: Dora Weiss <dora@example.org>",
    "Attending: 12 people, of whom the following spoke: Ana Lind, Ben Okoro, Cem Arslan\nApologies: Dora Weiss",
    "Present: Ana Lind / Ben Okoro / Cem Arslan\nRegrets: Dora Weiss",
    "Present: Ana Lind · Ben Okoro · Cem Arslan\nRegrets: Dora Weiss",
    "Present: Ana Lind + Ben Okoro + Cem Arslan\nRegrets: Dora Weiss",
    "Present\n* Ana Lind, Port, chair\n* Ben Okoro, Town\n* Cem Arslan\nRegrets\n* Dora Weiss",
    "Présents : Ana Lind, Ben Okoro, Cem Arslan\nExcusée : Dora Weiss",
    "Anwesend: Ana Lind, Ben Okoro, Cem Arslan\nEntschuldigt: Dora Weiss",
    "Asistentes: Ana Lind, Ben Okoro, Cem Arslan\nExcusa su asistencia: Dora Weiss",
    "Present: Ana Lind, Ben Okoro, Cem Arslan (from item 2)\nAbsent with apologies: Dora Weiss",
    "The meeting was attended by Ana Lind, Ben Okoro and Cem Arslan. Apologies were received from Dora Weiss.",
    "Ana Lind, Ben Okoro and Cem Arslan took part. Dora Weiss had sent her regrets.",
    "Those present were Ana Lind, Ben Okoro and Cem Arslan; Dora Weiss was excused.",
    "LIST OF PARTICIPANTS\n\nStates\n  AT     Ms Ana Lind              Ministry of Ports\n  FI     Mr Ben Okoro             Harbour Agency\n\nObservers\n  CEN    Mr Cem Arslan            Committee on Quays\n\nApologies\n  SK     Ms Dora Weiss",
    "Present\nPort: Mme Ana Lind, M. Ben Okoro\nTown: M. Cem Arslan\nAbsents excusés : Mme Dora Weiss",
    "Asistentes:\n- Dra. Ana Lind\n- D. Ben Okoro\n- D.ª Cem Arslan\n\nDisculpan su ausencia: Dra. Dora Weiss",
    "Anwesend: Ana Lind, Ben Okoro\nGast: Cem Arslan\nEntschuldigt: Dora Weiss",
    "MEMBERS PRESENT: Ana Lind, Ben Okoro, Cem Arslan\nABSENT WITH NOTICE: Dora Weiss",
    "present+ Ana Lind\npresent+ Ben Okoro\npresent+ Cem Arslan\nregrets+ Dora Weiss",
    "Member body    Head of delegation   Delegates\n-------------  -------------------  --------------\nBSK (Karsia)   Ms Ana Lind          Mr Ben Okoro\nNEN (Oostland) Mr Cem Arslan\n\nApologies: Ms Dora Weiss",
  ])("%s", (list) => {
    expect(listsOf(list)).toEqual([HERE, ["Dora Weiss"]])
  })
})
