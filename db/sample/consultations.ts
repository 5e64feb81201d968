/**
 * The sample's consultations, each on a document of its own, told in days from today. Texts are headings
 * with paragraphs under them; comments are on a passage, a section or the whole. All of it is made up.
 */
export type SampleComment = {
  /** A person of the sample by key, or a guest of the consultation by name. */
  by: string | { guest: string }
  /** Days from today. */
  day: number
  /** The heading of its section, or words of the text; the whole text without either. */
  section?: string
  quote?: string
  text: string
  unnamed?: true
  /** Answers in the thread, by people of the sample. */
  answers?: { by: string; text: string }[]
  decided?: {
    disposition: "accepted" | "partly-accepted" | "not-accepted" | "noted"
    reason: string
  }
}

export type SampleConsultation = {
  slug: string
  title: string
  question: string
  askedBy: string
  audience: "invited" | "anyone"
  /** Days from today. */
  opens: number
  closes: number
  document: {
    title: string
    kind: "charter" | "activity-plan" | "proposal"
    status: "open" | "agreed"
    parts: { heading: string; paragraphs: string[] }[]
  }
  guests: {
    name: string
    organisation: string
    stakeholderGroup: "civil-society" | "private-sector" | "technical-community" | "youth"
    invited: boolean
  }[]
  comments: SampleComment[]
}

export const sampleConsultations: SampleConsultation[] = [
  {
    slug: "welcoming-newcomers",
    title: "Welcoming newcomers",
    question:
      "What would have helped **you** when you first came to a call of this group? Please look at section 2 in particular:\n\n- Is a mentor for three months enough?\n- What should the welcome note say?",
    askedBy: "mei",
    audience: "anyone",
    opens: -5,
    closes: 9,
    document: {
      title: "Proposal for welcoming newcomers",
      kind: "proposal",
      status: "open",
      parts: [
        {
          heading: "Why",
          paragraphs: [
            "Every second person who joins the group has not spoken by their third call. Most of them tell us that they did not know what had been settled before they came.",
          ],
        },
        {
          heading: "What we propose",
          paragraphs: [
            "Whoever is admitted gets a welcome note of one page: what the group is for, how a call goes, and where the last three summaries are.",
            "A member of the group accompanies them for three months and answers what they ask outside the calls.",
          ],
        },
        {
          heading: "How we will see whether it works",
          paragraphs: [
            "After a year we count how many of those who joined have spoken, written or taken on an action.",
          ],
        },
      ],
    },
    guests: [
      {
        name: "Otto Velander",
        organisation: "Lighthouse Cooperative",
        stakeholderGroup: "private-sector",
        invited: true,
      },
      {
        name: "Thandeka Ruiz",
        organisation: "",
        stakeholderGroup: "youth",
        invited: false,
      },
    ],
    comments: [
      {
        by: "yumi",
        day: -4,
        quote: "accompanies them for three months",
        text: "Three months are six calls at most. I would say *six months*, or “until they have taken on an action”.",
        answers: [{ by: "mei", text: "The second is better: it says what it is for." }],
      },
      {
        by: "joaquin",
        day: -3,
        section: "What we propose",
        text: "The welcome note should be in the language in which somebody asked to join.",
      },
      {
        by: { guest: "Otto Velander" },
        day: -2,
        quote: "how a call goes",
        text: "Please say here how one asks for the floor. I sat through two calls before I dared.",
      },
      {
        by: { guest: "Thandeka Ruiz" },
        day: -1,
        text: "Could somebody who is *not* in the group yet also have a mentor?",
      },
    ],
  },
  {
    slug: "how-we-decide",
    title: "How the group takes its decisions",
    question: "Is it clear when something counts as decided, and what one can do against it?",
    askedBy: "anders",
    audience: "invited",
    opens: -48,
    closes: -27,
    document: {
      title: "Rules for taking decisions",
      kind: "charter",
      status: "agreed",
      parts: [
        {
          heading: "Rough consensus",
          paragraphs: [
            "A decision stands when nobody who was present objects after it was read out twice.",
          ],
        },
        {
          heading: "Objections",
          paragraphs: [
            "Whoever was absent can object within five days of the summary. The co-chairs then put the matter on the next agenda.",
          ],
        },
      ],
    },
    guests: [
      {
        name: "Saoirse Adeyemi-Holt",
        organisation: "Estuary Policy Lab",
        stakeholderGroup: "civil-society",
        invited: true,
      },
    ],
    comments: [
      {
        by: "nomvula",
        day: -45,
        quote: "within five days of the summary",
        text: "Five days are short for those whose holidays fall into them. Ten would cost nothing.",
        decided: {
          disposition: "accepted",
          reason: "Ten days stand in the text now.",
        },
      },
      {
        by: { guest: "Saoirse Adeyemi-Holt" },
        day: -41,
        section: "Rough consensus",
        text: "Say who reads it out, and that it is written down *before* anybody is asked.",
        decided: {
          disposition: "partly-accepted",
          reason:
            "The note-taker reads it from the minutes; that it is written first goes without saying there.",
        },
      },
      {
        by: "dmitar",
        day: -30,
        text: "A vote would be quicker.",
        unnamed: true,
        decided: {
          disposition: "not-accepted",
          reason: "The group has no list of who could vote, and wants none.",
        },
      },
    ],
  },
]
