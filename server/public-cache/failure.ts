import en from "@/messages/en.json"
import fr from "@/messages/fr.json"

const catalogues: Record<string, typeof en> = { en, fr }

/** The page that says that something failed on our side: complete in itself, in the reader's language. */
export function failurePage(locale: string): string {
  const { title, text, home } = (catalogues[locale] ?? en).public.failed
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${failureStyle}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p></main></body></html>
`
}

const failureStyle =
  ":root{color-scheme:light dark}body{background:Canvas;color:CanvasText;font:1.125rem/1.6 Charter,Georgia,serif;max-inline-size:35rem;margin:4rem auto;padding-inline:1.25rem}h1{font-weight:400;line-height:1.2}a{color:inherit}"
