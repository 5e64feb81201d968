import { type Cases, changed, said } from "./case"

const link = (state: "dead" | "unsure") => ({
  links: new Map([["https://tides.example.org/offers", { state, reason: "404" }]]),
})
const long =
  "The gauges of the pier were read twice a day in April, and the readings were sent to the office."

export const words: Cases = {
  "relative-date": changed(
    said("The offers were sent last November."),
    said("The offers were sent in November 2021, and at last they were read."),
    "“in November 2021”",
    "The offers were sent in November 2021.",
  ),
  "citation-ambiguous": changed(
    said("The Roadmap and Our Common Agenda name the piers. Lin read out para. 41."),
    said("The Roadmap and Our Common Agenda name the piers. Lin read out para. 41 of the Roadmap."),
    "Roadmap for Digital Cooperation (A/74/821) and Our Common Agenda",
  ),
  "count-mismatch": changed(
    said("Lin named three aims:\n\n- to read the gauges\n- to mend the pier"),
    said("Lin named three aims:\n\n- to read the gauges\n- to mend the pier\n- to paint it"),
    "“three aims”, and 2",
  ),
  "repeated-paragraph": changed(
    said(`${long}\n\nLin spoke.\n\n${long}`),
    said(`${long}\n\nLin spoke.\n\n${long.replace("April", "March")}`),
    "The gauges of the pier",
    "Lin spoke.\n\n\n\nLin asked for",
  ),
  "placeholder-link": changed(
    ["(https://tides.example.org/offers)", "(#)"],
    ["(https://tides.example.org/offers)", "(https://tides.example.org/#offers)"],
    "two offers",
  ),
  "dead-link": {
    off: { context: link("dead") },
    near: { context: link("unsure") },
    names: "https://tides.example.org/offers",
  },
  "abbreviation-undefined": changed(
    said("The HPA has been asked."),
    said("The Harbour Pilots’ Association has been asked. The HPA will answer."),
    "HPA",
  ),
  "unbalanced-bracket": changed(
    said("The piers (north and south are old."),
    said("The piers, 1) north and 2) south (both of stone), are old."),
    "(north",
  ),
  spelling: {
    off: { change: said("The gauges were recieved in spring.") },
    near: {
      change: said("The gauges were recieved in spring."),
      context: { words: ["recieved"] },
    },
    names: "“recieved” seems to be misspelt: “received”",
    put: "The gauges were received in spring.",
  },
  "stray-markup": changed(
    ["opened the call.", "opened the call.**"],
    ["opened the call.", "opened **the call**."],
    "**",
    "opened the call.\n",
  ),
  "personal-data": changed(
    said("Write to lin@tides.example.org before June."),
    said("Write to @lin before June, or see tides.example.org/lin@home."),
    "lin@…",
    "Write to  before June.",
  ),
}
