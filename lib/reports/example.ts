import type { ReportBlock, ReportInline } from "./blocks"
import type { ReportContent } from "./model"

/** One line of plain text, for examples and tests. */
export function line(...content: (string | ReportInline)[]): {
  type: "paragraph"
  content: ReportInline[]
} {
  return {
    type: "paragraph",
    content: content.map((part) =>
      typeof part === "string" ? { type: "text", text: part } : part,
    ),
  }
}

const harbour: ReportBlock[] = [
  line(
    "The co-chairs presented ",
    {
      type: "text",
      text: "three priorities",
      marks: [{ type: "link", attrs: { href: "https://example.org/priorities" } }],
    },
    " for the year:",
  ),
  {
    type: "orderedList",
    content: [
      { type: "listItem", content: [line("keep the channel open;")] },
      { type: "listItem", content: [line("draft a plan of several years.")] },
    ],
  },
  {
    type: "statement",
    attrs: { id: "s1", name: "Ilse Brandvold", capacity: "Secretariat" },
    content: [line("Proposals were due that day.")],
  },
  {
    type: "decision",
    attrs: { id: "d1" },
    content: [line("The paper stays open until 10 March.")],
  },
  {
    type: "action",
    attrs: { id: "a1", owners: ["Tomas Okwuosa", "Ilse Brandvold"], due: "2022-03-14" },
    content: [line("Put the comments into the paper.")],
  },
  {
    type: "question",
    attrs: { id: "q1", outcome: "Put to the MAG." },
    content: [line("Will there be a preparatory phase?")],
  },
]

/** A published report of an invented meeting with every kind of block, for tests. */
export function exampleReport(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    schema: 2,
    language: "en",
    provenance: "written",
    version: 1,
    publishedAt: "2022-03-04T09:30:00Z",
    group: { slug: "wg-harbour", shortName: "WG-Harbour", name: "Working Group on Harbours" },
    meeting: {
      number: 33,
      printed: [],
      title: "",
      startsAt: "2022-03-03T13:00:00Z",
      zone: "Europe/Rome",
      minutes: 90,
      place: "online",
    },
    chairs: [{ name: "Tomas Okwuosa", capacity: "Co-chair" }],
    hosts: [],
    moderators: [],
    noteTaker: { name: "Mirela Castanho", capacity: "" },
    agenda: [
      { id: "item-1", label: "1", title: "Plan for 2022", coverage: "discussed", children: [] },
      {
        id: "item-2",
        label: "2",
        title: "News",
        coverage: "not-recorded",
        children: [
          { id: "item-2a", label: "2a", title: "Secretariat", coverage: "discussed", children: [] },
          { id: "item-2b", label: "2b", title: "Envoy", coverage: "no-update", children: [] },
        ],
      },
      { id: "item-3", label: "3", title: "Nominations", coverage: "not-reached", children: [] },
    ],
    sections: [
      { id: "opening", content: [line("Tomas Okwuosa opened the meeting.")] },
      { id: "item-1", content: harbour },
      {
        id: "item-2a",
        content: [
          line("Thirty-two people are to be invited."),
          { type: "decision", attrs: { id: "d2" }, content: [line("The group sends two people.")] },
        ],
      },
      { id: "closing", content: [line("The next call is on 17 March.")] },
    ],
    attendance: {
      list: "annexed",
      present: [
        { name: "Ilse Brandvold", capacity: "Secretariat" },
        { name: "Tomas Okwuosa", capacity: "Co-chair; Meridian Institute" },
      ],
      regrets: [{ name: "Ravi Esterling", capacity: "" }],
      written: [],
    },
    nextMeeting: "",
    correction: null,
    withdrawal: null,
    ...changes,
  }
}
