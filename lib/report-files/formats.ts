import { documentPath } from "@/lib/documents/addresses"
import { reportPath } from "@/lib/reports/addresses"

/** The files of a version, in the order in which they are offered. */
export const formats = ["pdf", "docx", "md", "json", "txt"] as const
export type ReportFormat = (typeof formats)[number]

/** What is made of a version: its files, and the picture that is shown with a link to it. */
export const madeFormats = [...formats, "png"] as const
export type MadeFormat = (typeof madeFormats)[number]

export const isFormat = (text: string): text is ReportFormat =>
  (formats as readonly string[]).includes(text)

/** What each file says that it is. */
export const contentTypes: Record<MadeFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  png: "image/png",
}

/** The name of a version's picture in its address. */
export const pictureFile = "picture.png"

/** The description of `report.json`, as JSON Schema. */
export const schemaPath = "/static/report-1.schema.json"

/** The format that a file of a version is called after ("report.pdf"); null for any other name. */
export function formatOf(file: string): MadeFormat | null {
  if (file === pictureFile) return "png"
  const [, ending = ""] = /^report\.([a-z]+)$/.exec(file) ?? []
  return isFormat(ending) ? ending : null
}

/** The address of the picture that is shown with a link to a version. */
export function picturePath(slug: string, number: number, version: number): string {
  return `${reportPath(slug, number, version)}/${pictureFile}`
}

/** The address of a version's file, or of the newest version's, without language and origin. */
export function filePath(
  slug: string,
  number: number,
  format: MadeFormat,
  version?: number,
): string {
  if (format === "png" && version !== undefined) return picturePath(slug, number, version)
  return `${reportPath(slug, number, version)}/report.${format}`
}

/** The files of a published version of a document are those of a report. */
export type DocumentFormat = ReportFormat

/** The description of `document.json`, as JSON Schema. */
export const documentSchemaPath = "/static/document-1.schema.json"

/** The address of a file of a document's version, or of the newest version's, without language and origin. */
export function documentFilePath(
  group: string,
  document: string,
  format: DocumentFormat,
  version?: number,
): string {
  return `${documentPath(group, document, version)}/document.${format}`
}

/** The format that a file of a document is called after ("document.pdf"); null for any other name. */
export function documentFormatOf(file: string): DocumentFormat | null {
  const [, ending = ""] = /^document\.([a-z]+)$/.exec(file) ?? []
  return isFormat(ending) ? ending : null
}
