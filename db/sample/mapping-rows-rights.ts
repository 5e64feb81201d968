import type { SampleRow } from "./mapping"

const coalitions = "https://www.intgovforum.org/multilingual/content/dynamic-coalitions"
const bears = "It bears on what the Office of the Envoy on Technology does in this area"

/** The rows of the areas 5 and 6: human rights, artificial intelligence. */
export const rowsOfRights: SampleRow[] = [
  {
    ...{ area: "human-rights", paragraph: "sect. III.C" },
    suggests:
      "Guidance of UN Human Rights on how a technology is assessed for what it does to rights.",
    activities: [
      {
        kind: "dc",
        title: "Rights and principles for the Internet",
        link: coalitions,
        body: "Internet Rights and Principles Coalition",
      },
      {
        kind: "dc",
        title: "Children’s rights online",
        link: coalitions,
        body: "Dynamic Coalition on Children’s Rights in the Digital Environment",
      },
      {
        kind: "main-session",
        title: "Governing data and protecting privacy (theme)",
        years: [2022],
        body: "IGF 2022",
      },
    ],
    synergies:
      "The coalition on children was that on child online safety before; older sources use the old name.",
    scope: { scope: "in", reason: bears, by: "ines", day: -60 },
    ...{ responsible: "joaquin", confirmed: { by: "joaquin", day: -12 } },
  },
  {
    ...{ area: "human-rights", paragraph: "sect. III.C" },
    suggests: "Put rights at the centre of laws and rules on technology.",
    activities: [
      {
        kind: "dc",
        title: "Responsibility of platforms",
        link: coalitions,
        body: "Dynamic Coalition on Platform Responsibility",
      },
      {
        kind: "dc",
        title: "Sustainability of journalism and news media",
        link: coalitions,
        body: "Dynamic Coalition on the Sustainability of Journalism and News Media",
      },
      {
        kind: "parliamentary",
        title: "Roundtables of parliamentarians",
        years: [2019, 2020, 2021, 2022],
        body: "Parliamentary track",
      },
    ],
    scope: { scope: "in", reason: bears, by: "ines", day: -60 },
    ...{ responsible: "yumi", status: "under-way", confirmed: { by: "yumi", day: -188 } },
  },
  {
    ...{ area: "human-rights", paragraph: "sect. III.C" },
    suggests:
      "Commitments of states and of companies that they respect rights in what they build and buy.",
    activities: [],
    synergies:
      "The Envoy’s Office held a meeting of principals on hate speech in 2021. No activity of the IGF matches it yet.",
  },
  {
    ...{ area: "ai", paragraph: "sect. III.C" },
    suggests: "A body of many stakeholders that advises on artificial intelligence.",
    activities: [
      {
        kind: "main-session",
        title: "Advanced technologies, with artificial intelligence (theme)",
        years: [2022],
        body: "IGF 2022",
      },
      {
        kind: "dc",
        title: "Data and artificial intelligence",
        link: coalitions,
        body: "Dynamic Coalition on Data and Artificial Intelligence Governance",
      },
    ],
    scope: { scope: "in", reason: bears, by: "mei", day: -44 },
    ...{ responsible: "tarek", confirmed: { by: "tarek", day: -44 } },
  },
  {
    ...{ area: "ai", paragraph: "sect. III.C" },
    suggests:
      "Share what good practice there is for systems that can be trusted and keep to human rights.",
    activities: [
      {
        kind: "workshop",
        title: "Workshop on practice with such systems, to be proposed",
        years: [2027],
        body: "WG-Strategy",
      },
    ],
    ...{ responsible: "tarek" },
  },
  {
    ...{ area: "ai", paragraph: "sect. III.C" },
    suggests: "Keep what is made for peace from being turned against people.",
    activities: [],
    synergies: "The group heard in July 2021 of reports on terrorism and artificial intelligence.",
    scope: {
      scope: "out",
      reason: "It is treated where peace and security are, and no activity of the IGF bears on it",
      by: "anders",
      day: -44,
    },
  },
]
