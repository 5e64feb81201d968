import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"

/** The page that says that something failed on our side: complete in itself, in the reader's language. */
export function failurePage(locale: Locale): string {
  const t = translatorFor(locale)
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t("public.failed.title")}</title><style>${style}</style></head>
<body><main><h1>${t("public.failed.title")}</h1><p>${t("public.failed.text")}</p><p><a href="/">${t("public.failed.home")}</a></p></main></body></html>
`
}

const style =
  ":root{color-scheme:light dark}body{background:Canvas;color:CanvasText;font:1.125rem/1.6 Charter,Georgia,serif;max-inline-size:35rem;margin:4rem auto;padding-inline:1.25rem}h1{font-weight:400;line-height:1.2}a{color:inherit}"
