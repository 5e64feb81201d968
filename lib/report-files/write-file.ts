import type { ReportDownload } from "@/lib/record/download"
import type { ReportContent } from "@/lib/reports/model"
import { writeDocx } from "./docx/write"
import type { MadeFormat } from "./formats"
import { writeMarkdown } from "./markdown/write"
import { writePdf } from "./pdf/write"
import { drawPicture } from "./picture"
import type { Published } from "./report-setting"
import { sheetOfReport } from "./report-sheet"
import { writeText } from "./text"

/** A version with all that its files say. `download` is null before the ledger has it. */
export type VersionForFiles = {
  report: ReportContent
  published: Published
  download: ReportDownload | null
  /** How many of its names had been erased when it was read. */
  erased: number
}

/** Writes one file of a version. But for DOCX, the same version gives the same bytes. */
export async function writeFile(
  { report, published, download }: Omit<VersionForFiles, "erased">,
  format: MadeFormat,
): Promise<Buffer> {
  switch (format) {
    case "pdf":
      return writePdf(sheetOfReport(report, published))
    case "docx":
      return writeDocx(sheetOfReport(report, published), download ?? report)
    case "md":
      return Buffer.from(writeMarkdown(report, published))
    case "json":
      return Buffer.from(`${JSON.stringify(download ?? report, null, 2)}\n`)
    case "png":
      return drawPicture(report, published)
    case "txt":
      return Buffer.from(writeText(sheetOfReport(report, published)))
  }
}
