import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"

/** The answer where a file cannot be made just now: in words, with when to ask again. Throws any other error. */
export function fileWaits(error: unknown, locale: Locale): Response {
  if (!(error instanceof Refusal) || error.code !== "too_many") throw error
  return new Response(translatorFor(locale)("errors.mapping.filesWaiting"), {
    status: 503,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "retry-after": "60",
      "cache-control": "no-store",
    },
  })
}
