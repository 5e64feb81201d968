/**
 * The sample's meetings in every state, told in days from today so that there is always a next call.
 * Texts are plain text as the minutes' own plain form reads it: a blank line between blocks, and
 * STATEMENT, DECISION, ACTION and QUESTION at the start of theirs. All of it is made up.
 */
export type SampleItem = {
  title: string
  minutes?: number
  presenter?: string
  coverage?: "discussed" | "no-update" | "not-reached" | "not-recorded"
  text?: string
  children?: SampleItem[]
}

export type SampleMeeting = {
  number: number
  /** Days from today, and the hour in UTC. */
  day: number
  hour: number
  state: "published" | "draft" | "planned" | "cancelled"
  /** Keys of people. */
  chair: string
  noteTaker: string
  present: string[]
  regrets: string[]
  written: string[]
  opening?: string
  closing?: string
  items: SampleItem[]
  cancelReason?: string
}

export const sampleMeetings: SampleMeeting[] = [
  {
    number: 57,
    day: -63,
    hour: 13,
    state: "published",
    chair: "anders",
    noteTaker: "tarek",
    present: [
      "anders",
      "ines",
      "mei",
      "tarek",
      "wanjiru",
      "pavel",
      "leila",
      "nomvula",
      "dmitar",
      "rashid",
      "sofia",
    ],
    regrets: ["joaquin"],
    written: ["amelie"],
    opening:
      "Anders Nwachukwu opened the call, welcomed two new members and went through the agenda.",
    items: [
      {
        title: "What the annual meeting left to be done",
        text: `The chair recalled the three recommendations that came out of the closing session, and asked which of them the group can carry further by itself.

STATEMENT: Wanjirũ Castellanos (Rural Networks Alliance)
Community networks were named in two of the three. A short note with examples from four regions could be ready within a month.

STATEMENT: Pavel Adeyinka-Roth (MAG member)
Business members would rather see one recommendation followed to its end than three begun.

DECISION: The group follows up the recommendation on community networks first, and returns to the others in the new year.

ACTION: Write a note of two pages with examples from four regions.
Owners: Wanjirũ Castellanos; Dmitar Okonjo`,
        coverage: "discussed",
      },
      {
        title: "Roadmap table: rows for capacity-building",
        text: `The table had no row yet for training offered by national and regional initiatives. Nomvula Eriksen showed a first list.

- summer schools held by five initiatives;
- a course for parliamentary staff;
- material in four languages that others may reuse.

QUESTION: Does training that is not organised by the IGF itself belong in the table?
Outcome: Yes, when an initiative that the IGF recognises stands behind it.`,
        coverage: "discussed",
      },
      { title: "Update from the Office for Digital Affairs", coverage: "no-update" },
      { title: "Any other business", coverage: "not-recorded" },
    ],
    closing: "The next call is planned in three weeks, at the same hour.",
  },
  {
    number: 58,
    day: -42,
    hour: 13,
    state: "published",
    chair: "ines",
    noteTaker: "tarek",
    present: [
      "ines",
      "mei",
      "tarek",
      "wanjiru",
      "pavel",
      "leila",
      "joaquin",
      "nomvula",
      "yumi",
      "rashid",
      "amelie",
      "bram",
      "sofia",
    ],
    regrets: ["anders", "dmitar"],
    written: [],
    opening:
      "Inês Valadares-Koné opened the call, and introduced the agenda. The recording is kept for participants, on request.",
    items: [
      {
        title: "A multi-year plan: first outline",
        text: `Mei-Lin Ravelojaona presented an outline of four pages. It names, year by year, the questions that the IGF should take up and the bodies that decide on them elsewhere.

STATEMENT: Joaquín Petrosyan (Permanent Mission)
Delegations will ask who acts on it. Each line needs a responsible body beside it, or it stays a wish.

STATEMENT: Rashid Kowalczyk (University of the Straits)
The outline could be tested against one question that is already on everybody’s table, such as the review of the summit’s outcomes.

Most speakers agreed with both remarks. Some warned that a plan for five years ages quickly and should be renewed every year.

DECISION: The plan becomes a rolling one: it covers three years and is renewed each January.

DECISION: Every line of the plan names one responsible body and one liaison in the group.

ACTION: Bring a second draft with responsible bodies to the next call.
Owners: Mei-Lin Ravelojaona

ACTION: Ask the secretariat which bodies already have a liaison.
Owners: Tarek Bjørnstad`,
        coverage: "discussed",
      },
      {
        title: "News",
        children: [
          {
            title: "Secretariat",
            text: "Sofia Lindholm-Oyelaran said that the call for session proposals opens in the first week of the new year. A page with the dates will be on the website before.",
            coverage: "discussed",
          },
          { title: "Parliamentary track", coverage: "no-update" },
          {
            title: "Youth track",
            text: "Nomvula Eriksen reported that eleven national youth initiatives will prepare one statement together, and asked for two people who read it before it is sent.",
            coverage: "discussed",
          },
        ],
      },
      { title: "Nominations for the expert group", coverage: "not-reached" },
    ],
    closing: "The item on nominations was not reached and is carried to the next call.",
  },
  {
    number: 59,
    day: -14,
    hour: 7,
    state: "draft",
    chair: "mei",
    noteTaker: "wanjiru",
    present: ["mei", "ines", "wanjiru", "pavel", "leila", "nomvula", "dmitar", "rashid", "amelie"],
    regrets: ["joaquin", "tarek"],
    written: ["yumi"],
    opening: "Mei-Lin Ravelojaona opened the call at an hour that suits members in the Pacific.",
    items: [
      {
        title: "Multi-year plan: second draft",
        minutes: 30,
        presenter: "Mei-Lin Ravelojaona",
        text: `The second draft has a responsible body on every line but two. Members went through it line by line.

STATEMENT: Leïla Haraldsdóttir (Office for Digital Affairs)
The two open lines touch work that several bodies share. One of them should be asked to lead, the others to be consulted.

It was agreed that the draft goes to the mailing list for two weeks before the group decides on it.`,
        coverage: "discussed",
      },
      {
        title: "Nominations for the expert group",
        minutes: 20,
        text: "Six names were put forward. The chairs will look at the balance of regions and stakeholder groups.",
        coverage: "discussed",
      },
      { title: "Update from the Office for Digital Affairs", minutes: 10, coverage: "no-update" },
    ],
  },
  {
    number: 60,
    day: 5,
    hour: 13,
    state: "planned",
    chair: "anders",
    noteTaker: "tarek",
    present: [],
    regrets: [],
    written: [],
    items: [
      {
        title: "Multi-year plan: comments from the list",
        minutes: 30,
        presenter: "Mei-Lin Ravelojaona",
      },
      {
        title: "Roadmap table: what has changed since the summer",
        minutes: 25,
        presenter: "Dmitar Okonjo",
      },
      {
        title: "News",
        minutes: 20,
        children: [
          { title: "Secretariat" },
          { title: "Parliamentary track" },
          { title: "Youth track" },
        ],
      },
      { title: "Any other business", minutes: 10 },
    ],
  },
  {
    number: 61,
    day: 26,
    hour: 13,
    state: "cancelled",
    chair: "ines",
    noteTaker: "tarek",
    present: [],
    regrets: [],
    written: [],
    items: [{ title: "Preparing the new year" }],
    cancelReason: "Too close to the holidays; the items move to the first call of the new year.",
  },
]
