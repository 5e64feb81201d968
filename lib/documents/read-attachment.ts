import { createHash } from "node:crypto"
import { noteLimits } from "./model"

/** A file as it is kept: a plain name, the bytes exactly as they came, their SHA-256 in hexadecimal. */
export type Attachment = { name: string; type: string; file: Buffer; sha256: string }

/** What a browser says of a file, where it has the form of a media type at all. */
const mediaType = /^[a-z]+\/[a-z0-9.+-]{1,100}$/

/** Reads a file that was sent with a form. The bytes are kept as they are and never opened. */
export async function readAttachment(given: File): Promise<Attachment> {
  const file = Buffer.from(await given.arrayBuffer())
  const type = given.type.toLowerCase().split(";")[0]?.trim() ?? ""
  return {
    name: plainName(given.name),
    type: mediaType.test(type) ? type : "application/octet-stream",
    file,
    sha256: createHash("sha256").update(file).digest("hex"),
  }
}

/** A name without a path, without signs that steer, and not longer than file systems take. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ""
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  return plain.replace(/^\.+/, "").slice(-noteLimits.fileName).trim() || "file"
}
