import type { SampleRow } from "./mapping"

const site = "https://www.intgovforum.org"
const coalitions = `${site}/multilingual/content/dynamic-coalitions`
const access = `${site}/en/content/igf-2023-policy-network-on-meaningful-access`
const bears = "It bears on what the Office of the Envoy on Technology does in this area"

/** The rows of the areas 1 to 4: connection, public goods, inclusion, capacity. */
export const rowsOfConnection: SampleRow[] = [
  {
    ...{ area: "connectivity", paragraph: "sect. III.A" },
    drafts: [
      { by: "wanjiru", suggests: "Baseline and targets for connectivity." },
      { by: "ines", suggests: "Agree on a baseline of connectivity, with targets." },
    ],
    suggests:
      "Agree on a baseline of what connectivity a person needs, with targets and ways to measure them.",
    activities: [
      {
        ...{ kind: "policy-network", title: "Policy Network on Meaningful Access" },
        ...{ years: [2021, 2022], link: access, body: "Policy Network on Meaningful Access" },
      },
      {
        ...{
          kind: "main-session",
          title: "Universal access and meaningful connectivity (issue area)",
        },
        ...{ years: [2021], body: "IGF 2021" },
      },
      {
        kind: "main-session",
        title: "Connecting all people and human rights (theme)",
        years: [2022],
        body: "IGF 2022",
      },
    ],
    synergies:
      "In April 2022 the ITU and the Office of the Envoy on Technology set 15 targets for universal and meaningful connectivity by 2030.\n- The policy network can offer its cases to those who measure them.\n- @Leïla Haraldsdóttir asks which of the targets lack data.",
    scope: { scope: "in", reason: bears, by: "ines", day: -120 },
    ...{ responsible: "wanjiru", status: "under-way", confirmed: { by: "wanjiru", day: -24 } },
  },
  {
    ...{ area: "connectivity", paragraph: "sect. III.A" },
    suggests: "Find money for connecting the places that are hardest to reach.",
    activities: [
      {
        ...{ kind: "dc", title: "Connecting the Unconnected: what has worked elsewhere" },
        ...{ link: coalitions, body: "Dynamic Coalition on Connecting the Unconnected" },
      },
      {
        kind: "workshop",
        title: "Session on financing, to be proposed",
        years: [2027],
        body: "WG-Strategy",
      },
    ],
    scope: { scope: "in", reason: bears, by: "ines", day: -120 },
    responsible: "pavel",
  },
  {
    ...{ area: "connectivity", paragraph: "sect. III.A" },
    suggests: "Connect every school to the Internet, as the Giga initiative sets out to do.",
    activities: [],
    synergies:
      "Nothing at the IGF speaks of schools alone. Libraries do: see the row on open content.",
    confirmed: { by: "tarek", day: -230 },
  },
  {
    ...{ area: "connectivity", paragraph: "sect. III.A" },
    suggests: "Make rules under which small and community networks can be built and can live on.",
    activities: [
      {
        ...{ kind: "dc", title: "Community networks: models, rules and manuals" },
        ...{ link: coalitions, body: "Dynamic Coalition on Community Connectivity" },
      },
      { kind: "nri", title: "Sessions on community networks at national and regional IGFs" },
    ],
    scope: { scope: "in", reason: bears, by: "anders", day: -118 },
    ...{ responsible: "amelie", confirmed: { by: "amelie", day: -61 } },
  },
  {
    ...{ area: "connectivity", paragraph: "sect. III.A" },
    suggests: "Keep connectivity up in emergencies, and plan for it beforehand.",
    activities: [
      {
        kind: "dc",
        title: "Resilience of small islands",
        link: coalitions,
        body: "Dynamic Coalition on Small Island Developing States",
      },
    ],
    ...{ responsible: "amelie", confirmed: { by: "amelie", day: -305 } },
  },
  {
    ...{ area: "public-goods", paragraph: "sect. III.A" },
    suggests: "Promote open content and open data that keep to privacy law.",
    activities: [
      {
        ...{ kind: "dc", title: "Public access in libraries" },
        ...{ link: coalitions, body: "Dynamic Coalition on Public Access in Libraries" },
      },
    ],
    synergies: "One of the few activities in this area; the gap is worth saying.",
    scope: { scope: "in", reason: bears, by: "mei", day: -90 },
    ...{ responsible: "rashid", confirmed: { by: "rashid", day: -15 } },
  },
  {
    ...{ area: "public-goods", paragraph: "sect. III.A" },
    suggests:
      "Build a platform on which digital public goods are found and shared: the Digital Public Goods Alliance.",
    activities: [],
    synergies:
      "The Alliance launched its five-year strategy in 2021, as the group heard on 1 July of that year. An invitation to the next annual meeting has been suggested.",
    ...{ confirmed: { by: "leila", day: -260 } },
  },
  {
    ...{ area: "public-goods", paragraph: "sect. III.A" },
    suggests: "Share open models of artificial intelligence as public goods.",
    activities: [
      {
        kind: "other",
        title: "Talk with the Alliance on open models, to be arranged",
        years: [2026, 2027],
        body: "WG-Strategy",
      },
    ],
  },
  {
    ...{ area: "inclusion", paragraph: "sect. III.A" },
    suggests: "Bring everybody who works on inclusion into one coalition that knows who does what.",
    activities: [
      {
        kind: "dc",
        title: "Access for persons with disabilities",
        link: coalitions,
        body: "Dynamic Coalition on Accessibility and Disability",
      },
      {
        kind: "dc",
        title: "Gender and Internet governance",
        link: coalitions,
        body: "Dynamic Coalition on Gender and Internet Governance",
      },
      {
        ...{ kind: "policy-network", title: "Workstream on digital inclusion" },
        ...{ years: [2022], link: access, body: "Policy Network on Meaningful Access" },
      },
    ],
    synergies:
      "Overlaps with digital human rights.\n1. Say once who works on gender.\n2. Ask the coalitions for one common contact.",
    scope: { scope: "in", reason: bears, by: "mei", day: -90 },
    ...{ responsible: "mei", status: "under-way", confirmed: { by: "mei", day: -9 } },
  },
  {
    ...{ area: "inclusion", paragraph: "sect. III.A" },
    suggests:
      "Measure inclusion with scorecards and better data, on money and on skills among others.",
    activities: [
      {
        kind: "main-session",
        title: "Inclusion and human rights (issue area)",
        years: [2021],
        body: "IGF 2021",
      },
      {
        kind: "secretariat",
        title: "Figures on who takes part in the annual meeting",
        years: [2021, 2022],
        body: "IGF Secretariat",
      },
    ],
    synergies:
      "The meeting of 2022 counted people of 170 countries. Such figures could feed a scorecard.",
    ...{ responsible: "yumi", confirmed: { by: "yumi", day: -199 } },
  },
  {
    ...{ area: "inclusion", paragraph: "sect. III.A" },
    suggests: "Help countries to write plans of their own for inclusion.",
    activities: [{ kind: "nri", title: "National IGFs as a place where plans are talked through" }],
    ...{ responsible: "dmitar", confirmed: { by: "dmitar", day: -40 } },
  },
  {
    ...{ area: "capacity", paragraph: "sect. III.B" },
    suggests: "A network of many stakeholders that matches who needs training with who gives it.",
    activities: [
      {
        kind: "dc",
        title: "Schools on Internet governance",
        link: coalitions,
        body: "Dynamic Coalition on Schools of Internet Governance",
      },
      {
        kind: "policy-network",
        title: "Workstream on capacity development",
        years: [2022],
        link: access,
        body: "Policy Network on Meaningful Access",
      },
      {
        kind: "workshop",
        title: "Workshops at the annual meeting",
        years: [2021, 2022, 2025, 2026],
        body: "IGF",
      },
    ],
    synergies:
      "The IGF could be the host of such training. @Nomvula Eriksen keeps a list of the schools.",
    scope: { scope: "in", reason: bears, by: "anders", day: -75 },
    ...{ responsible: "nomvula", status: "under-way", confirmed: { by: "nomvula", day: -30 } },
  },
  {
    ...{ area: "capacity", paragraph: "sect. III.B" },
    suggests: "A facility of the ITU and UNDP that builds digital capacity with countries.",
    activities: [
      {
        kind: "nri",
        title: "Grants to national and regional initiatives",
        body: "IGF Secretariat",
      },
    ],
    ...{ confirmed: { by: "sofia", day: -410 } },
  },
  {
    ...{ area: "capacity", paragraph: "sect. III.B" },
    suggests: "Give young people the skills to shape the digital world, not only to use it.",
    activities: [
      {
        kind: "youth",
        title: "First IGF Youth Summit, on 5 December",
        years: [2021],
        body: "Youth track",
      },
      {
        kind: "youth",
        title: "Youth track of the next annual meeting",
        years: [2026, 2027],
        body: "Youth track",
      },
      {
        kind: "dc",
        title: "Youth in Internet governance",
        link: coalitions,
        body: "Youth Coalition on Internet Governance",
      },
    ],
    scope: { scope: "in", reason: bears, by: "anders", day: -75 },
    ...{ responsible: "nomvula", confirmed: { by: "nomvula", day: -30 } },
  },
]
