import { type EditionFormat, editionFormats } from "@/lib/editions/addresses"

/** The files of a mapping: those of its editions, and of its working table. */
export type MappingFormat = EditionFormat
export const mappingFormats = editionFormats

export const isMappingFormat = (text: string): text is MappingFormat =>
  (mappingFormats as readonly string[]).includes(text)

/** The format that a file of an edition is called after ("mapping.xlsx"); null for any other name. */
export function mappingFormatOf(file: string): MappingFormat | null {
  const [, ending = ""] = /^mapping\.([a-z]+)$/.exec(file) ?? []
  return isMappingFormat(ending) ? ending : null
}

/** What each file says that it is. */
export const mappingTypes: Record<MappingFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
}
