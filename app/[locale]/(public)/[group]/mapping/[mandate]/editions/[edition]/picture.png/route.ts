import { notFound } from "next/navigation"
import { drawEditionPicture } from "@/lib/editions/picture"
import { findEdition } from "@/lib/editions/public-queries"
import { isLocale } from "@/lib/platform/locales"
import { numberFrom } from "../../../../../../address"

export const dynamic = "force-dynamic"

type Params = { locale: string; group: string; mandate: string; edition: string }

/** The heat map of an edition as a picture: it never changes, so whoever has it may keep it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<Params> },
): Promise<Response> {
  const { locale, group, mandate, ...named } = await params
  const number = numberFrom(named.edition) ?? notFound()
  const edition = (await findEdition(group, mandate, number)) ?? notFound()
  if (!isLocale(locale)) notFound()
  const { content, origin } = edition
  const picture = await drawEditionPicture(content, { origin, locale })
  return new Response(new Uint8Array(picture), {
    headers: {
      "content-type": "image/png",
      "content-length": String(picture.length),
      "cache-control": "public, max-age=31536000, immutable",
      "last-modified": new Date(content.frozenAt).toUTCString(),
      // Shown by other sites beside their links to us.
      "cross-origin-resource-policy": "cross-origin",
    },
  })
}
