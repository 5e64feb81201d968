import type { SampleRow } from "./mapping"

const site = "https://www.intgovforum.org"
const coalitions = `${site}/multilingual/content/dynamic-coalitions`
const bears = "It bears on what the Office of the Envoy on Technology does in this area"

/** The rows of the areas 7 and 8, and of none: trust, cooperation, cross-cutting. */
export const rowsOfTrust: SampleRow[] = [
  {
    ...{ area: "trust", paragraph: "sect. III.D" },
    suggests:
      "One broad statement of what digital trust and security are made of, for Member States to endorse.",
    activities: [
      {
        kind: "bpf",
        title: "Norms and agreements on cybersecurity",
        years: [2021, 2022],
        body: "Best Practice Forum on Cybersecurity",
      },
      {
        kind: "main-session",
        title: "Enabling safety, security and accountability (theme)",
        years: [2022],
        body: "IGF 2022",
      },
    ],
    synergies:
      "The Best Practice Forum compares agreements that stand already: what the statement could start from.",
    scope: { scope: "in", reason: bears, by: "anders", day: -33 },
    ...{ responsible: "dmitar", status: "done", confirmed: { by: "dmitar", day: -33 } },
  },
  {
    ...{ area: "trust", paragraph: "sect. III.D" },
    suggests: "Standards that make what is connected safer.",
    activities: [
      {
        kind: "dc",
        title: "Internet standards, security and safety",
        link: coalitions,
        body: "Dynamic Coalition on Internet Standards, Security and Safety (IS3C)",
      },
      {
        kind: "dc",
        title: "The Internet of Things",
        link: coalitions,
        body: "Dynamic Coalition on the Internet of Things",
      },
    ],
    synergies: "IS3C was DC-ISSS before.",
    scope: { scope: "in", reason: bears, by: "anders", day: -33 },
    ...{ responsible: "pavel", confirmed: { by: "pavel", day: -150 } },
  },
  {
    ...{ area: "cooperation", paragraph: "sect. III.E" },
    suggests: "An Envoy on Technology, who leads this work in the Secretary-General’s name.",
    activities: [
      {
        ...{ kind: "secretariat", title: "Updates of the Envoy’s Office in the group’s calls" },
        ...{ years: [2021], body: "WG-Strategy" },
      },
    ],
    responsible: "leila",
    status: "done",
    confirmed: { by: "leila", day: -6 },
  },
  {
    ...{ area: "cooperation", paragraph: "93 (a)" },
    suggests:
      "A strategic body at a high level that takes up urgent questions, follows up and carries proposals to where is decided.",
    activities: [
      {
        kind: "other",
        title: "IGF Leadership Panel, first term",
        years: [2022, 2023],
        body: "Leadership Panel",
      },
      {
        kind: "mag",
        title: "Response to the options paper on the architecture, of 29 September",
        years: [2020],
        body: "WG-Strategy",
      },
    ],
    synergies: "Ten members were appointed on 16 August 2022, with five more by office.",
    scope: {
      scope: "in",
      reason: "The group has followed it from the questionnaire on",
      by: "ines",
      day: -30,
    },
    ...{ responsible: "ines", status: "done", confirmed: { by: "ines", day: -30 } },
  },
  {
    ...{ area: "cooperation", paragraph: "93 (c)" },
    suggests:
      "A high-level segment, and tracks for ministers and parliamentarians, with results that can be acted on.",
    activities: [
      {
        kind: "parliamentary",
        title: "Parliamentary track",
        years: [2021, 2022],
        body: "Parliamentary track",
      },
      {
        kind: "parliamentary",
        title: "Parliamentary track of the coming meetings",
        years: [2026, 2027],
        body: "Parliamentary track",
      },
    ],
    synergies:
      "65 parliamentarians were registered by 7 October 2021; in 2022 they came from 35 countries.",
    scope: { scope: "in", reason: bears, by: "ines", day: -30 },
    ...{ responsible: "joaquin", status: "under-way", confirmed: { by: "joaquin", day: -20 } },
  },
  {
    ...{ area: "cooperation", paragraph: "93 (d)" },
    suggests: "Closer ties between the global, regional, national and youth IGFs.",
    activities: [
      {
        kind: "nri",
        title: "Network of 160 recognised initiatives, as of October 2023",
        body: "NRIs",
      },
    ],
    scope: { scope: "in", reason: bears, by: "mei", day: -30 },
    ...{ responsible: "rashid", confirmed: { by: "rashid", day: -20 } },
  },
  {
    ...{ area: "cooperation", paragraph: "93" },
    ...{ mandate: "A/75/982" },
    suggests:
      "That the IGF adapts, innovates and reforms. Paragraph 93 of Our Common Agenda, not of the Roadmap.",
    activities: [
      { kind: "mag", title: "Expert group meeting in New York", years: [2022], body: "MAG" },
      {
        kind: "mag",
        title: "Multi-year plan of priorities",
        years: [2022, 2023, 2024, 2025],
        body: "WG-Strategy",
      },
    ],
    synergies: "Two mandates have a paragraph 93: cite the document with it.",
    ...{ responsible: "ines" },
  },
  {
    ...{ area: "cross-cutting", paragraph: "sect. IV" },
    drafts: [{ by: "dmitar", suggests: "Environment and climate." }],
    suggests:
      "Turn what is digital to the good of the environment. None of the eight areas names it.",
    activities: [
      {
        kind: "policy-network",
        title: "Policy Network on Environment",
        years: [2021, 2022],
        link: `${site}/en/content/policy-network-on-environment-pne`,
        body: "Policy Network on Environment",
      },
      {
        kind: "dc",
        title: "Environment",
        link: coalitions,
        body: "Dynamic Coalition on Environment",
      },
    ],
    synergies:
      "The network was set up for IGF 2021 as policy work between the meetings, as the Roadmap had asked. An office counts sustainability beside the eight areas.",
    scope: {
      scope: "in",
      reason: "The network was set up in answer to the Roadmap",
      by: "mei",
      day: -30,
    },
    ...{ responsible: "wanjiru", confirmed: { by: "wanjiru", day: -18 } },
  },
  {
    ...{ area: "cross-cutting", paragraph: "sect. IV" },
    suggests: "Keep the Internet from falling apart into pieces.",
    activities: [
      {
        kind: "policy-network",
        title: "Policy Network on Internet Fragmentation",
        years: [2022],
        body: "Policy Network on Internet Fragmentation",
      },
    ],
    synergies: "Its first webinar was on 15 September 2022.",
    ...{ responsible: "tarek", confirmed: { by: "tarek", day: -270 } },
  },
  {
    ...{ area: "cross-cutting", paragraph: "sect. IV" },
    suggests: "Figures on events of 2021 that overlapped.",
    activities: [],
    retired: { by: "anders", day: -29, reason: "It is no suggestion of the Roadmap" },
  },
]
