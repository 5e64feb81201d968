/** What stands in the place of an erased name, in the language of the report. */
const erased: Record<string, string> = {
  ar: "[حُذف الاسم]",
  de: "[Name entfernt]",
  en: "[name removed]",
  es: "[nombre suprimido]",
  fr: "[nom supprimé]",
  ru: "[имя удалено]",
  zh: "[姓名已删除]",
}

/** The word for an erased name; nothing for an erased capacity, which nobody has to have. */
export function erasedWord(key: string, language: string): string {
  if (!key.startsWith("p")) return ""
  return erased[language.split("-")[0] ?? ""] ?? erased.en ?? ""
}
