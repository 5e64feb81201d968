/** The languages in which a date can be typed. */
export type DueLanguage = "en" | "fr"

/** What may stand before a date, or after it, without changing which day it is. */
const around = [
  /^(by|on|before|until|till|due|for|no later than|not later than)( the)?\s+(?=.)/,
  /^(au plus tard|d'ici|avant|pour|jusqu'à|jusqu')\s*(?=.)/,
  /^(le|au|à|la)\s+(?=.)/,
  /\s*(,\s*)?(at the latest|au plus tard)$/,
  /[\s.,;!]+$/,
]

/** Ways to say it that the reader of dates does not know. Fifteen days are two weeks in French. */
const otherwise: Record<DueLanguage, [RegExp, string][]> = {
  en: [
    [/^(in )?a fortnight$/, "in 2 weeks"],
    [/^(the )?day after tomorrow$/, "in 2 days"],
    [/^([a-z]{3,9})\.? (\d{1,2})(st|nd|rd|th)?$/, "$2 $1"],
    [/^within /, "in "],
  ],
  fr: [
    [/^après-demain$/, "dans 2 jours"],
    [/^(dans |sous |à )?(quinze jours|une quinzaine|quinzaine)$/, "dans 2 semaines"],
    [/^(dans |sous )?(huit jours|une huitaine|huitaine)$/, "dans 1 semaine"],
    [/^sous /, "dans "],
    [/^(?=(\d+|un|une|deux|trois|quatre|cinq|six|dix) (jours?|semaines?|mois|ans?)$)/, "dans "],
  ],
}

/** Names no day: an hour, a part of a day, a time that is over, a week or a month as a whole. */
const noDay =
  /\b(tonight|morning|afternoon|evening|noon|midnight|soir|matin|midi|minuit|last|past|ago|dernier|dernière|passée?|il y a)\b|^(next|this|la|cette) (week|month|year|semaine|année)|^(semaine|année|mois) prochaine?$/

const ends: Record<DueLanguage, RegExp> = {
  en: /^(?:the )?end of (?:the )?(.+)$/,
  fr: /^(?:la )?fin (?:de la |de l'|du |de |d')?(.+)$/,
}

/** The words of a date in their plainest form; null where they cannot be the name of a day. */
export function plainest(typed: string, language: DueLanguage): string | null {
  let words = typed.normalize("NFC").replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").trim().toLowerCase()
  for (let before = ""; before !== words; ) {
    before = words
    for (const part of around) words = words.replace(part, "").trim()
  }
  for (const [form, plain] of otherwise[language]) words = words.replace(form, plain)
  return words === "" || noDay.test(words) ? null : words
}

/** What it is whose end is meant: a month's name, "month", "week" or "year"; null for anything else. */
export function endOf(words: string, language: DueLanguage): string | null {
  const [, what] = ends[language].exec(words) ?? []
  const own: Record<string, string> = { mois: "month", semaine: "week", année: "year", an: "year" }
  return what === undefined ? null : (own[what] ?? what)
}
