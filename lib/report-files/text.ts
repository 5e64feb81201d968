import type { Entry, Flow, Part, Run, Sheet } from "./sheet"

/** Letters on a line, as mail likes it. */
const measure = 72
const gutter = 7

/** A document as plain text: for mail, for terminals, and for whoever reads with nothing else. */
export function writeText(sheet: Sheet): string {
  const lines = [
    sheet.eyebrow,
    sheet.title,
    "=".repeat(Math.min(measure, Math.max(4, [...sheet.title].length))),
    ...wrapped(sheet.named, "", measure),
    ...wrapped(sheet.of, "", measure),
    sheet.on,
    "",
    ...sheet.parts.flatMap(linesOf),
    "-- ",
    sheet.running,
    sheet.address,
    ...wrapped(sheet.proof, "", measure),
  ]
  return `${lines
    .join("\n")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`
}

function linesOf(part: Part): string[] {
  switch (part.kind) {
    case "heading": {
      const words = [part.mark, clean(part.words)].filter(Boolean).join("  ")
      const under = (part.level === 2 ? "-" : ".").repeat(Math.min(measure, [...words].length))
      return ["", ...wrapped(words, "", measure), under, ""]
    }
    case "flow":
      return [...beside(part.mark, flowLines(part.flow, "")), ""]
    case "quote":
      return [
        ...beside(
          part.mark,
          part.flow.flatMap((flow) => flowLines(flow, "> ")),
        ),
        "",
      ]
    case "record": {
      const { label, who, flow, outcome, terms } = part.block
      const name = who ? [who.name, who.capacity].filter(Boolean).join(", ") : ""
      return [
        ...beside(part.mark, [
          name ? `${label}: ${clean(name)}` : label,
          ...flow.flatMap((each) => flowLines(each, "  ")),
          ...(outcome ? wrapped(clean(outcome), "  ", measure - gutter) : []),
          ...terms.flatMap(({ label: term, value }) =>
            wrapped(`${term}: ${clean(value)}`, "  ", measure - gutter),
          ),
        ]),
        "",
      ]
    }
    case "note":
      return [...beside("", [part.words]), ""]
    case "facts":
      return [
        ...part.rows.flatMap(({ label, values }) =>
          wrapped(`${label}: ${values.map(plain).join("; ")}`, "", measure, "  "),
        ),
        "",
      ]
    case "notice":
      return [...wrapped(`${part.title}: ${plain(part.runs)}`, "| ", measure), ""]
    case "contents":
      return [...entryLines(part.entries, ""), ""]
    case "table":
      return [
        ...(part.head[0] === part.label ? [`${part.label}:`] : []),
        ...(part.label === "" && part.head.length > 0 ? [part.head.map(clean).join(" | ")] : []),
        ...part.rows.flatMap((cells) =>
          wrapped(cells.map(plain).filter(Boolean).join(" | "), "* ", measure, "  "),
        ),
        "",
      ]
  }
}

function entryLines(entries: readonly Entry[], indent: string): string[] {
  return entries.flatMap(({ mark, words, note, below }) => [
    ...wrapped(
      [mark || "*", clean(words), note && `(${clean(note)})`].filter(Boolean).join("  "),
      indent,
      measure,
      "    ",
    ),
    ...entryLines(below, `${indent}  `),
  ])
}

function flowLines(flow: Flow, indent: string): string[] {
  if (flow.kind === "paragraph") return wrapped(plain(flow.runs), indent, measure - gutter)
  return flow.items.flatMap((item, index) => {
    const sign = flow.start === null ? "- " : `${flow.start + index}. `
    const inner = indent + " ".repeat(sign.length)
    return item
      .flatMap((block) => flowLines(block, inner))
      .map((line, row) => (row === 0 ? indent + sign + line.slice(inner.length) : line))
  })
}

/** A number in the margin, and text that stays clear of it. */
function beside(mark: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? mark : "").padEnd(gutter) + line)
}

/** The words of runs, with the address of a link behind them unless it is what they say. */
function plain(runs: readonly Run[]): string {
  return runs
    .map(({ text, href }, index) => {
      const said = clean(text)
      const last = runs[index + 1]?.href !== href
      return href && last && !href.startsWith("#") && said !== href ? `${said} <${href}>` : said
    })
    .join("")
}

/** Without the signs that steer a terminal; line breaks stay. */
const clean = (text: string) =>
  text.replace(/\r\n?/g, "\n").replace(/[\p{Cc}]/gu, (sign) => (/[\n\t]/.test(sign) ? sign : ""))

/** Lines of a width; a word that is longer stays whole. */
function wrapped(text: string, indent: string, width: number, hanging = ""): string[] {
  if (!text) return []
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = []
    let line = indent
    let empty = true
    for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line)
        line = indent + hanging
        empty = true
      }
      line += (empty ? "" : " ") + word
      empty = false
    }
    return [...lines, line]
  })
}
