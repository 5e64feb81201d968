import { exampleReport, line } from "@/lib/reports/example"
import type { ReportContent, ReportPerson } from "@/lib/reports/model"

const vocabulary =
  "harbour tide channel the of and draft comment region initiative session mandate paper proposal review group".split(
    " ",
  )

/** A report of so many words in paragraphs of fifty, each with a word of its own. */
export function longReport(words: number): ReportContent {
  const report = exampleReport()
  const paragraphs = Array.from({ length: words / 50 }, (_, at) =>
    line(
      Array.from({ length: 49 }, (__, place) => vocabulary[(at * 7 + place * 3) % 16]).join(" "),
      ` n${at}.`,
    ),
  )
  return { ...report, sections: [{ id: "item-1", content: paragraphs }] }
}

/** A report in which nobody wrote anything. */
export const emptyReport = (): ReportContent =>
  exampleReport({
    agenda: [],
    sections: [],
    chairs: [],
    noteTaker: null,
    attendance: { list: "annexed", present: [], regrets: [], written: [] },
  })

/** Names and words that programs stumble over. */
export function hardReport(): ReportContent {
  const names = [
    "محمد بن عبد الله العمري",
    "שרה כהן-לוי",
    "李明",
    "Żółć Ćwikła",
    "Κωνσταντίνος Παπαδόπουλος",
    "Наталья Щербакова",
    "👩‍💻 Zoë 🇰🇪 🎉",
    "N".repeat(300),
    "=HYPERLINK(1)",
    "+1-555",
    "@cmd",
    "<script>alert(1)</script>",
    "สมชาย ใจดี",
    "Ω Ohm K Kelvin",
  ]
  const people = names.map((name) => ({ name, capacity: "=SUM(A1:A9)" }))
  const example = exampleReport()
  return exampleReport({
    version: 2,
    meeting: {
      ...example.meeting,
      title: "نداء 👩‍💻 =SUM(A1)",
      place: "Ω Κτίριο, 李明 館, قاعة 3",
    },
    chairs: people.slice(0, 4),
    hosts: people.slice(4, 6),
    moderators: people.slice(5, 8),
    noteTaker: people[7] ?? null,
    nextMeeting: "=NEXT() الاجتماع التالي في 17 مارس, Żółć 🎉",
    correction: {
      corrects: 1,
      reason: `קראו שוב <b>“${"R".repeat(400)}”</b> 李明`,
      by: { name: "N".repeat(300), capacity: "+1-555 מזכירות" },
      touches: ["item-1.0"],
    },
    attendance: {
      list: "annexed",
      present: people,
      regrets: people.slice(0, 3),
      written: people.slice(2, 9),
    },
    sections: [
      {
        id: "item-1",
        content: [
          line("قال الرئيس (نائب) إن الاجتماع التالي في 17 مارس."),
          ...people.map(({ name, capacity }, at) => ({
            type: "statement" as const,
            attrs: { id: `s${at}`, name, capacity },
            content: [line(`A word of ${name} and more.`)],
          })),
          line("one", { type: "hardBreak" }, "two\u0007\u0001 three", " W".repeat(200)),
          line("x".repeat(2000)),
        ],
      },
    ],
  })
}

/** Every word that somebody wrote for a report, in the order in which it is read. */
export const wordsOf = (report: ReportContent): string[] => [
  ...wordsInFront(report),
  ...wordsBelow(report),
]

/** Those in front of the text: who led, where, what comes next, what is corrected or taken back and by whom. */
function wordsInFront(report: ReportContent): string[] {
  const { meeting, chairs, hosts, moderators, noteTaker, correction, withdrawal } = report
  // Who hosts and moderates is named once for both.
  const moderating = JSON.stringify(hosts) === JSON.stringify(moderators) ? [] : moderators
  const taker = noteTaker ? [noteTaker] : []
  const signed = [correction, withdrawal].flatMap((one) => (one ? [one] : []))
  return lettersOf(
    [
      meeting.title,
      ...[...chairs, ...hosts, ...moderating, ...taker].map(personWords),
      meeting.place === "online" ? "" : meeting.place,
      report.nextMeeting,
      ...signed.map(({ reason, by }) => `${reason} ${personWords(by)}`),
    ].join(" "),
  )
}

const personWords = ({ name, capacity }: ReportPerson) => `${name} ${capacity}`

/** The words of the text itself, and of the people who are listed behind it. */
export function wordsBelow(report: ReportContent): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each)
    else if (typeof value === "object" && value !== null) {
      const { type, attrs, text, content } = value as Record<string, unknown>
      const { name, capacity, label, owners, outcome } = (attrs ?? {}) as Record<string, unknown>
      if (type === "text") found.push(String(text))
      if (type === "hardBreak") found.push(" ")
      for (const before of [name, capacity, label]) if (before) found.push(" ", String(before), " ")
      walk(content)
      for (const after of [outcome, owners])
        if (after) found.push(" ", [after].flat().join(" "), " ")
      if (type !== "text") found.push(" ")
    }
  }
  const items = (all: ReportContent["agenda"]): void => {
    for (const item of all) {
      found.push(" ", item.title, " ")
      walk(report.sections.find(({ id }) => id === item.id)?.content)
      items(item.children)
    }
  }
  walk(report.sections.find(({ id }) => id === "opening")?.content)
  items(report.agenda)
  walk(report.sections.find(({ id }) => id === "closing")?.content)
  const { attendance } = report
  if (attendance.list === "annexed") {
    const listed = [...attendance.present, ...attendance.regrets, ...attendance.written]
    found.push(...listed.map((person) => ` ${personWords(person)} `))
  }
  return lettersOf(found.join(""))
}

/** The words of a text, letters and figures alone, so that marks and line ends do not matter. */
export function lettersOf(text: string): string[] {
  return text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The first word that does not follow the ones before it in a text; null when all stand there in order. */
export function firstMissing(words: readonly string[], text: string): string | null {
  const letters = lettersOf(text).join("")
  let from = 0
  for (const word of words) {
    const at = letters.indexOf(word, from)
    if (at < 0) return word
    from = at + word.length
  }
  return null
}
