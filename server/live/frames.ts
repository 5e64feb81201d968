import * as decoding from "lib0/decoding"
import { servedAt } from "./served"

/** The numbers of the messages that a page sends; the library knows more, for servers among themselves. */
const sync = 0
const awareness = 1
const hello = 2
const whoIsHere = 3
const syncReply = 4
const stateless = 5
const leaving = 7

/** The states that one message about who is here may carry, and its bytes. */
const mostStates = 200
const mostPresence = 64 * 1024
const mostWords = 1_000

/**
 * Whether a message has the form of what a page sends, so that nothing else reaches the library: it
 * prints what it cannot read, and takes more than a page has to say.
 */
export function frameFits(data: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(data)
    const name = decoding.readVarString(decoder)
    if (!servedAt(name)) return false
    return bodyFits(decoder) && !decoding.hasContent(decoder)
  } catch {
    return false
  }
}

function bodyFits(decoder: decoding.Decoder): boolean {
  switch (decoding.readVarUint(decoder)) {
    case sync:
    case syncReply: {
      const step = decoding.readVarUint(decoder)
      decoding.readVarUint8Array(decoder)
      return step <= 2
    }
    case awareness:
      return presenceFits(decoding.readVarUint8Array(decoder))
    case hello: {
      const isToken = decoding.readVarUint(decoder) === 0
      const token = decoding.readVarString(decoder)
      // Newer libraries say their version behind it.
      const version = decoding.hasContent(decoder) ? decoding.readVarString(decoder) : ""
      return isToken && token.length + version.length <= mostWords
    }
    case stateless:
      return decoding.readVarString(decoder).length <= mostWords
    case leaving:
      if (decoding.hasContent(decoder)) decoding.readVarString(decoder)
      return true
    case whoIsHere:
      return true
    default:
      return false
  }
}

function presenceFits(update: Uint8Array): boolean {
  if (update.byteLength > mostPresence) return false
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  if (count > mostStates) return false
  for (let left = count; left > 0; left--) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state: unknown = JSON.parse(decoding.readVarString(decoder))
    if (typeof state !== "object") return false
  }
  return true
}
