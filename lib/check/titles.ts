import { squeezed } from "./words"

/** "Any other business" and its short forms compare as one title. */
export function titleKey(title: string): string {
  const key = squeezed(title.replace(/\([^()]*\)\s*$/, ""))
  return /^(?:anyotherbusiness|aob|anyotherbusinessaob|aobanyotherbusiness|othermatters|otherbusiness|miscellaneous)$/.test(
    key,
  )
    ? "aob"
    : key
}
