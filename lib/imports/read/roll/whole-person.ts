import { isBody } from "../people/bodies"
import { readEntry } from "../people/entry"

/** Somebody with a whole name, and no more on the line than what they are or where they belong. */
export function isWholePerson(text: string): boolean {
  if (text.length > 110 || /[.!?:;|]|,$/.test(text.replace(/\b\p{L}{1,4}\.(?=\s)/gu, "")))
    return false
  const name = readEntry(text)?.name ?? ""
  // "Ana Lind, Harbour Office" is somebody of that house.
  return name.includes(" ") && (text.startsWith(`${name}, `) || !isBody(text))
}
