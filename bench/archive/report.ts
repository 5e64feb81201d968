const people = [
  "Ilva Morandini",
  "Teodor Achebe-Lind",
  "Priya Castelnau",
  "Dawit Sorensen",
  "Hyejin Abara",
  "Sanjit Averbeck",
  "Velia Orsini-March",
  "Noor el Amrani",
  "Otto Brandvold",
  "Lin Zhao-Perera",
  "Samir Koskela",
  "Farah Mensimah",
  "Oriel Santamaria",
  "Wanjiru Tamsin",
  "Kwame Lindqvist",
  "Bram Oyelaran",
] as const
const places = [
  "Meridian Institute",
  "Ministry of Ports",
  "Northern Pilots",
  "Tidal Survey Office",
  "Harbour Users’ Forum",
] as const
const topics = [
  "Review of the berth table",
  "Spring survey of the gauges",
  "Update from the secretariat",
  "Young pilots in the group",
  "Letter to the port authorities",
  "Lights on the outer mole",
  "Plan of work for the coming year",
] as const
const subjects = ["The table", "The survey", "The draft letter", "The list of gauges", "The plan"]
const verbs = ["was shown to", "was taken up again by", "was welcomed by", "was explained to"]
const objects = [
  "those who had measured the tides in spring",
  "the ports that had answered by the end of the month",
  "the pilots who work on the northern berths",
  "everybody on the call, page after page",
]
const ends = [
  "so that gaps can be seen at once.",
  "although two figures are still missing.",
  "and nobody spoke against it.",
  "with thanks to those who had written it.",
]

/** A day on which the call of that number was held: every second Thursday from 1985 on, a thousand times. */
function dayOf(number: number): Date {
  return new Date(Date.UTC(1985, 0, 3 + 14 * (number % 1000)))
}

function inWords(day: Date): string {
  const month = day.toLocaleString("en", { month: "long", timeZone: "UTC" })
  return `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`
}

/** One of the list; another for each number, and always the same one. */
function pick<T>(all: readonly T[], number: number): T {
  return all[number % all.length] as T
}

function paragraph(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, place) => {
    const at = seed * 7 + place * 3
    const said = `${pick(subjects, at)} ${pick(verbs, at + seed)} ${pick(objects, at >> 1)}`
    return place === 1
      ? `${pick(people, seed + place)} asked for the figures of ${1990 + (seed % 40)}.`
      : `${said}, ${pick(ends, at + place)}`
  }).join(" ")
}

/** The invented report of a call, about 9 kB of plain text; another one for each number from 1 on. */
export function makeReport(number: number): string {
  const agenda = Array.from({ length: 5 }, (_, place) => pick(topics, number + place))
  const present = Array.from({ length: 12 }, (_, place) => pick(people, number + place))
  const day = inWords(dayOf(number))
  const [host, moderator] = present
  const sections = agenda.map((title, place) => {
    const texts = Array.from({ length: 3 }, (_, part) =>
      paragraph(number * 31 + place * 5 + part, 5 + (part % 2)),
    )
    const agreed = `It was agreed that item ${place + 1} comes back at call ${number + 2}.`
    return [`${place + 1}. ${title}`, ...texts, agreed].join("\n\n")
  })
  return [
    `Harbour Standards Forum: call no. ${number}`,
    `The call of the forum was held on ${day}, 14:00 UTC. It was hosted by ${host} and moderated by ${moderator}.`,
    `Agenda:\n${agenda.map((title, place) => `${place + 1}. ${title}`).join("\n")}`,
    ...sections,
    `Next call: ${inWords(dayOf(number + 1))}, 14:00 UTC.`,
    `Participants:\n${present.map((name, place) => `${place + 1}. ${name}, ${pick(places, number + place)}`).join("\n")}`,
    "",
  ].join("\n\n")
}
