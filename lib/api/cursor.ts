import type { Cursor } from "./endpoint"

/** A cursor as an address holds it: opaque, and good for the list that gave it. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url")
}

/** What `writeCursor` wrote, unchecked; undefined when it is nothing of the kind. */
export function readCursor(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
  } catch {
    return undefined
  }
}
