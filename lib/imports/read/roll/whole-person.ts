import { isBody } from "../people/bodies"
import { readEntry } from "../people/entry"

/** Somebody with a whole name, and no more on the line than what they are or where they belong. */
export function isWholePerson(text: string): boolean {
  if (text.length > 110 || /[.!?:;|]|,$/.test(text.replace(/\b\p{L}{1,4}\.(?=\s)/gu, "")))
    return false
  return readEntry(text)?.name.includes(" ") === true && !isBody(text)
}
