import { translatorFor } from "@/lib/platform/i18n"
import { isLocale, routing } from "@/lib/platform/locales"
import type { DocumentKind } from "./facts"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentText,
  emptyDocument,
  type TableCell,
} from "./model"

/** The headings of the kinds that have usual ones, by their keys in the catalogue, in order. */
const headings = {
  charter: ["purpose", "scope", "membership", "working", "decisions", "review"],
  "activity-plan": ["aims", "activities", "calendar", "resources", "reporting"],
  "action-plan": ["introduction", "plan", "followUp"],
  proposal: ["summary", "background", "proposal", "consequences", "steps"],
  letter: ["subject", "message", "closing"],
  response: ["question", "answer", "reasons"],
} as const satisfies Partial<Record<DocumentKind, readonly string[]>>

/** The columns of an action plan, as the group uses them. */
const columns = ["area", "objective", "items", "responsibilities", "timeline", "rank"] as const
const emptyRows = 3

/**
 * The text with which a document of a kind usually begins: its headings, each with an empty line below,
 * and in an action plan the table. In the language of the document where the portal speaks it, else in
 * English. A kind that has no usual form begins empty.
 */
export function templateFor(kind: DocumentKind, language: string): DocumentText {
  if (kind === "other") return emptyDocument()
  const t = translatorFor(isLocale(language) ? language : routing.defaultLocale)
  const say = (key: string) => t(`documents.template.${key}` as never)
  const content = headings[kind].flatMap((key): DocumentBlock[] => [
    {
      type: "heading",
      attrs: { level: 1, id: crypto.randomUUID() },
      content: [{ type: "text", text: say(`${kind}.${key}`) }],
    },
    kind === "action-plan" && key === "plan" ? planTable(say) : { type: "paragraph" },
  ])
  return { schema: DOCUMENT_SCHEMA, content }
}

function planTable(say: (key: string) => string): DocumentBlock {
  const cell = (type: TableCell["type"], text?: string): TableCell => ({
    type,
    content: [{ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) }],
  })
  const row = (cells: TableCell[]) => ({ type: "tableRow" as const, content: cells })
  return {
    type: "table",
    content: [
      row(columns.map((key) => cell("tableHeader", say(`column.${key}`)))),
      ...Array.from({ length: emptyRows }, () => row(columns.map(() => cell("tableCell")))),
    ],
  }
}
