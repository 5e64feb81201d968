const known = new Map<string, string[][]>()

/** The months in English and in a language, January first, each in full and short. */
export function monthsOf(locale: string): string[][] {
  const made =
    known.get(locale) ??
    Array.from({ length: 12 }, (_, month) =>
      ["en", locale].flatMap((language) =>
        (["long", "short"] as const).map((form) =>
          new Intl.DateTimeFormat(language, { month: form, timeZone: "UTC" }).format(
            new Date(Date.UTC(2022, month, 15)),
          ),
        ),
      ),
    )
  known.set(locale, made)
  return made
}
