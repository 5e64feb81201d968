import type { Table } from "@/lib/mapping/queries"

/** The columns that the grid shows at first, grouped by area, in rem. */
const widths = [4.5, 16, 8.5, 15, 17, 10, 9.5, 7, 8.5, 6.5]

const style = `
  .box { block-size: 720px; overflow: auto }
  table { table-layout: fixed; inline-size: ${widths.reduce((sum, one) => sum + one)}rem;
    border-collapse: separate; border-spacing: 0; font: 13px/1.4 sans-serif }
  td { border: 1px solid silver; padding: .45rem .6rem; vertical-align: top; overflow-wrap: anywhere }`

const safe = (text: unknown) =>
  String(text ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function wordsOf(node: unknown): string {
  const { text, content = [] } = node as { text?: string; content?: unknown[] }
  return text ?? content.map(wordsOf).join(" ")
}

/** A page with nothing but a box of that many pixels to be scrolled. */
export const emptyPage = (length: number) => `<style>${style}</style><div role="grid" class="box">
  <div style="block-size: ${length}px; background: linear-gradient(white, silver)"></div></div>`

/** A page with the words of a mapping as one table of plain HTML, all of it there, in a box like the grid's. */
export function plainPage({ rows, people }: Table): string {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const lines = rows.map(({ number, cells }) => [
    safe(number),
    safe(cells.suggests),
    safe(`${cells.citation.mandate}, ${cells.citation.paragraph}`),
    cells.activities
      .map(({ title, kind, years, body }) => safe(`${title} ${kind}, ${years.join(", ")}, ${body}`))
      .join("<br>"),
    cells.synergies.map((block) => safe(wordsOf(block))).join("<br>"),
    safe(`${cells.scope.scope} ${cells.scope.reason}`),
    safe(names.get(cells.responsible ?? "")),
    safe(cells.status),
    safe(cells.confirmed),
    "0",
  ])
  const columns = widths.map((width) => `<col style="inline-size: ${width}rem">`).join("")
  const body = lines.map((cells) => `<tr><td>${cells.join("<td>")}`).join("")
  return `<style>${style}</style><div role="grid" class="box"><table><colgroup>${columns}</colgroup>${body}</table></div>`
}
