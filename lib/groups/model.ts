/** First parts of an address that lead, or may one day lead, to something other than a group. */
const taken = new Set(
  `about accessibility account accounts admin answer api apple-icon assets auth browserconfig calendar
  collab contact cookies desk docs download edition editions export favicon feed feeds files fonts
  group groups healthz help home icon images imprint import index join legal licence login logout
  mail manifest mcp media meeting meetings metrics missing new next notices null oauth openapi opengraph-image page
  people press privacy profile public record robots roadmap rss search security session sessions
  settings share sign-in sign-out sign-up site sitemap static status support sw system terms
  twitter-image undefined unsubscribe user users verify version webhooks well-known www`.split(
    /\s+/,
  ),
)

/** The form of a slug: small letters, digits and single hyphens; the table repeats it. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const longestSlug = 60

/**
 * Why a slug cannot be a group's: its form, a word that an address uses, or a language's code (two or
 * three letters, or a known language with a script or a region: `pt-br`). Null when it can.
 */
export function slugMistake(slug: string): "form" | "word" | "language" | null {
  if (!slugForm.test(slug) || slug.length > longestSlug) return "form"
  if (taken.has(slug)) return "word"
  return isLanguageCode(slug) ? "language" : null
}

/** Form of a language tag with script and region (RFC 5646); `wg-plan` has it too, so the names are asked. */
function isLanguageCode(slug: string): boolean {
  const [, language, script, region] =
    /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/.exec(slug) ?? []
  if (!language) return false
  if (!script && !region) return true
  return (
    isNamed("language", language) &&
    (!script || isNamed("script", `${script[0]?.toUpperCase()}${script.slice(1)}`)) &&
    (!region || isNamed("region", region.toUpperCase()))
  )
}

function isNamed(type: "language" | "script" | "region", code: string): boolean {
  return new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined
}

/** What is said of a group, as its form shows it. */
export type GroupFacts = {
  shortName: string
  name: string
  purpose: string
  setUp: string
  mailingList: string | null
  /** How many co-chairs it takes to publish or withdraw a report: one, or one who proposes and another. */
  publishers: number
  /** How many days a review usually takes. */
  reviewDays: number
  revision: number
}
