import { notFound } from "next/navigation"
import { readView } from "@/lib/mapping/filters"
import { deskFile } from "@/lib/mapping-files/desk-file"
import { isMappingFormat, mappingTypes } from "@/lib/mapping-files/formats"
import { isLocale, routing } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { fileWaits } from "../../../../../../file-waits"

type Params = { locale: string; group: string; mandate: string; format: string }

/**
 * The working table of a mapping as a file, in the language of the address; under the filters of its query what
 * they let through. For members.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<Params> },
): Promise<Response> {
  const [{ locale: said, group, mandate, format }, actor] = await Promise.all([
    params,
    currentActor(),
  ])
  if (!isMappingFormat(format)) notFound()
  const locale = isLocale(said) ? said : routing.defaultLocale
  const asked = new URL(request.url).searchParams
  const { filters } = readView((name) => asked.get(name))
  const made = await answer(
    deskFile(actor, { group, mandate, locale, filters }, format).catch((error: unknown) =>
      fileWaits(error, locale),
    ),
  )
  if (made instanceof Response) return made
  const { name, file } = made
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": mappingTypes[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  })
}
