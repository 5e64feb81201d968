import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsIn } from "../short-minutes"

// Every usual way to print an agenda, with every usual way to set what was said on its items: what a
// secretary may put together must be read, whether or not somebody has done it before.

const titles = [
  "Repair of the north pier",
  "Fees for visiting boats",
  "Noise at night",
  "Summer regatta",
  "Any other business",
]
const said = [
  "Mara Lindqvist reported that two piles are rotten and that the diver found a third. Ben Okoro asked what a new pile costs. She will ask two firms for offers by 3 May 2023.",
  "Ben Okoro presented a table of fees in the neighbouring harbours. It was agreed to raise the fee for a night by two crowns.",
  "Chidi Eze had heard complaints from the camping site. Ana Sørensen replied that the noise comes from the road.",
  "Postponed to the next meeting.",
  "None.",
]
const minutes = [20, 15, 15, 10, 5]
const who = ["ML", "BO", "CE", "AS", "all"]
const letters = ["A", "B", "C", "D", "E"]
const ordinals = ["First", "Second", "Third", "Fourth", "Fifth"]
const circles = ["①", "②", "③", "④", "⑤"]

const head =
  "Harbour users' committee, meeting 14\n\nThursday 20 April 2023, 18:00 UTC\n\nChair: Mara Lindqvist\nPresent: Mara Lindqvist, Ben Okoro, Chidi Eze, Ana Sørensen\n\n"
const foot = "\n\nNext meeting: 18 May 2023, 18:00 UTC\n"
const each = (entry: (title: string, at: number) => string) => titles.map(entry).join("\n")

const numbered: Record<string, string> = {
  "numbers below a label": `Agenda:\n${each((title, at) => `${at + 1}. ${title}`)}\n\n`,
  "numbers below a heading": `## Agenda\n\n${each((title, at) => `${at + 1}. ${title}`)}\n\n`,
  "numbers in brackets": `Agenda\n${each((title, at) => `(${at + 1}) ${title}`)}\n\n`,
  "numbers with minutes": `Agenda\n\n${each((title, at) => `${at + 1}. ${title} (${minutes[at]} min)`)}\n\n`,
  "numbers with minutes alone": `Agenda (with minutes)\n\n${each((title, at) => `${at + 1}. ${title} (${minutes[at]})`)}\n\n`,
  "numbers behind minutes": `Agenda\n\n${each((title, at) => `${at + 1}. (${minutes[at]} min) ${title}`)}\n\n`,
  "capitals with minutes": `AGENDA\n${each((title, at) => `${at + 1}. ${title.toUpperCase()} (${minutes[at]} MIN)`)}\n\n`,
  "a table with papers": `## Provisional agenda\n\n| Item | Subject | Document |\n|---|---|---|\n${each((title, at) => `| ${at + 1} | ${title} | Doc. ${at + 4} |`)}\n\n`,
  "numbers with dots": `Agenda\n\n${each((title, at) => `${at + 1}. ${title} ${".".repeat(20)} ${who[at]}`)}\n\n`,
  "numbers in a sentence": `Agenda: ${titles.map((title, at) => `(${at + 1}) ${title}`).join("; ")}.\n\n`,
  "ordinals in a sentence": `Agenda: ${titles.map((title, at) => `${ordinals[at]}, ${title}`).join(". ")}.\n\n`,
  "numbers in circles": `Agenda: ${titles.map((title, at) => `${circles[at]} ${title}`).join(" ")}\n\n`,
  "a table drawn in characters": `+---+---------------------------+-----+\n| # | Subject                   | Min |\n+---+---------------------------+-----+\n${each((title, at) => `| ${at + 1} | ${title.padEnd(25)} | ${`${minutes[at]}`.padEnd(3)} |`)}\n+---+---------------------------+-----+\n\n`,
  "numbers behind a sentence": `The committee went through the following:\n\n${each((title, at) => `${at + 1}. ${title}`)}\n\n`,
  "numbers below any word": `Items\n${each((title, at) => ` ${at + 1}  ${title}`)}\n\n`,
  "a table": `## Agenda\n\n| # | Item | Who | Min |\n|---|---|---|---|\n${each((title, at) => `| ${at + 1} | ${title} | ${who[at]} | ${minutes[at]} |`)}\n\n`,
}
const bare: Record<string, string> = {
  "no agenda": "",
  dashes: `Agenda for today\n${each((title) => `  - ${title}`)}\n\n`,
  "bullets with who and how long": `Agenda\n\n${each((title, at) => `* ${title} – ${who[at]}, ${minutes[at]}'`)}\n\n`,
  boxes: `Plan\n\n${each((title) => `- [x] ${title}`)}\n\n`,
  "hours in front": `Programme\n\n${each((title, at) => `18:${at}0  ${title}`)}\n\n`,
  "a sentence": `Agenda: ${titles.join("; ")}\n\n`,
}
const lettered = {
  "letters in square brackets": `We took these in turn:\n\n${each((title, at) => `  [${letters[at]}] ${title}`)}\n\n`,
  letters: `ORDER OF BUSINESS\n\n${each((title, at) => `${letters[at]}. ${title}`)}\n\n`,
}

type Setting = (title: string, at: number, body: string) => string
const byTitle: Record<string, Setting> = {
  "headings of Markdown": (title, _, body) => `## ${title}\n\n${body}`,
  "headings with minutes": (title, at, body) => `## ${title} (${minutes[at]} min)\n\n${body}`,
  "headings of a wiki": (title, _, body) => `== ${title} ==\n\n${body}`,
  "bold lines": (title, _, body) => `**${title}**\n\n${body}`,
  capitals: (title, _, body) => `${title.toUpperCase()}\n${body}`,
  "lines alone": (title, _, body) => `${title}\n\n${body}`,
  "lines close above": (title, _, body) => `${title}\n${body}`,
  underlines: (title, _, body) => `${title}\n${"-".repeat(title.length)}\n${body}`,
  "square brackets": (title, _, body) => `[${title}]\n${body}`,
  "a colon": (title, _, body) => `${title}: ${body}`,
  "a full stop": (title, _, body) => `${title}. ${body}`,
  "a full stop and a dash": (title, _, body) => `${title}. – ${body}`,
  "a dash": (title, _, body) => `${title} – ${body}`,
  "bullets with bold titles": (title, _, body) => `* **${title}**: ${body}`,
  "topics of a log": (title, _, body) => `Topic: ${title}\n\n${body}`,
}
const byNumber: Record<string, Setting> = {
  "numbers and titles": (title, at, body) => `${at + 1}. ${title}\n\n${body}`,
  "numbers and titles close above": (title, at, body) => `${at + 1}) ${title}\n${body}`,
  "numbered headings": (title, at, body) => `### ${at + 1}. ${title}\n\n${body}`,
  "numbers and capitals": (title, at, body) => `${at + 1}. ${title.toUpperCase()}\n\n${body}`,
  "numbers and titles in bold": (title, at, body) => `**${at + 1}. ${title}.** ${body}`,
  "numbers behind those of paragraphs": (title, at, body) =>
    `${at + 2}.  Agenda item No. ${at + 1}: ${title}\n    ${body}`,
  "item and title": (title, at, body) => `Item ${at + 1}: ${title}\n\n${body}`,
  "number, title and colon": (title, at, body) => `${at + 1}. ${title}: ${body}`,
}
/** Where no other heading stands. */
const byHour: Record<string, Setting> = {
  "the hour, topic and title": (title, at, body) =>
    `18:0${at}  TOPIC ${at + 1}: ${title.toUpperCase()}\n${body}`,
}
const byNumberAlone: Record<string, Setting> = {
  "the number of the item": (_, at, body) => `Agenda item ${at + 1}\n\n${body}`,
  "item and text": (_, at, body) => `Item ${at + 1}. ${body}`,
  "on the item": (_, at, body) => `On item ${at + 1}: ${body}`,
  "numbers in front of paragraphs": (_, at, body) => `${at + 1}. ${body}`,
  "numbers between lines": (_, at, body) => `--- ${at + 1} ---\n${body}`,
  "re and number": (_, at, body) => `Re ${at + 1}. ${body}`,
  "ad, number and bracket": (_, at, body) => `Ad ${at + 1}) ${body}`,
  "ad and number": (_, at, body) => `Ad ${at + 1}. ${body}`,
}
const byLetter: Record<string, Setting> = {
  "letters and titles": (title, at, body) => `${letters[at]}. ${title}\n\n${body}`,
  "ad and letter": (_, at, body) => `Ad ${letters[at]}. ${body}`,
}

const straight = [0, 1, 2, 3, 4]
const otherwise = [2, 0, 1, 3, 4]
const became = ["discussed", "discussed", "discussed", "not-reached", "no-update"]

/** The items that are read, in the order of the titles, in small letters. */
function read(agenda: string, setting: Setting, order: readonly number[]) {
  const sections = order.map((at) => setting(titles[at] ?? "", at, said[at] ?? ""))
  const items = itemsIn(`${head}${agenda}${sections.join("\n\n")}${foot}`)
  return items.map((item) => String(item).toLowerCase()).sort()
}
const all = titles.map((title, at) => `${title}: ${became[at]}`.toLowerCase()).sort()

const pairs = (agendas: Record<string, string>, settings: Record<string, Setting>) =>
  Object.entries(agendas).flatMap(([agenda, printed]) =>
    Object.entries(settings).map(
      ([name, setting]) => [`${agenda}, ${name}`, printed, setting] as const,
    ),
  )

describe("what a secretary may put together", () => {
  const withoutHeadings = Object.fromEntries(
    Object.entries(numbered).filter(([, printed]) => !printed.startsWith("#")),
  )
  const any = { ...numbered, ...bare, ...lettered }
  test.each([
    ...pairs(any, byTitle),
    ...pairs({ ...numbered, "no agenda": "" }, byNumber),
    ...pairs(numbered, byNumberAlone),
    ...pairs(withoutHeadings, byHour),
    ...pairs(lettered, byLetter),
  ])("%s", (_, agenda, setting) => {
    expect(read(agenda, setting, straight)).toEqual(all)
    if (agenda !== "") expect(read(agenda, setting, otherwise)).toEqual(all)
  })
})

test("items that were taken together, by their labels", () => {
  const agenda = numbered["numbers below a label"]
  const both = `On (2) and (4).  Ben Okoro presented a table of fees and of those who come for the regatta. Chidi Eze said that ours are the lowest.\n\n`
  const text = `${head}${agenda}On (1). ${said[0]}\n\n${both}[3 + 5 together]\n${said[2]}${foot}`
  const { sections } = readReport(text, "report.txt")
  expect(sections.map(({ items }) => items.join("+"))).toEqual(["1", "2+4", "3+5"])
})

test("a list of tasks in front of the text is no agenda, however evenly its names come again", () => {
  const tasks =
    "1. Mara Lindqvist to ask two firms\n2. Ben Okoro to print the fees\n3. Chidi Eze to put up a sign\n\n"
  const told = titles.slice(0, 3).map((title, at) => `${title}\n\n${said[at]}`)
  expect(itemsIn(`${head}${tasks}${told.join("\n\n")}${foot}`).map(String)).toEqual(
    titles.slice(0, 3).map((title) => `${title}: discussed`),
  )
})
