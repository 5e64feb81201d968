import { worksheetFile } from "@/lib/consultations/worksheet/queries"
import { isLocale, routing } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The worksheet of a consultation as a spreadsheet, in the language of the address. For co-chairs. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; group: string; consultation: string }> },
): Promise<Response> {
  const [{ locale, group, consultation }, actor] = await Promise.all([params, currentActor()])
  const language = isLocale(locale) ? locale : routing.defaultLocale
  const file = await answer(worksheetFile(actor, group, consultation, language))
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": spreadsheet,
      "content-disposition": `attachment; filename="${file.slug}-worksheet.xlsx"`,
      "cache-control": "private, no-store",
    },
  })
}
