import type { Attachment, Email } from "postal-mime"

const longest = 500

/**
 * Which mail of ours a bounce brings back, and what the other server said of it (RFC 3464). Nothing when
 * it only reports a delay, or does not say which mail it was.
 */
export function bouncedMessage(bounce: Email | null): { message: string | null; said: string } {
  const nothing = { message: null, said: "" }
  if (!bounce) return nothing
  const texts = bounce.attachments.map((part) => ({ type: part.mimeType, text: textOf(part) }))
  const status = texts.find(({ type }) => type === "message/delivery-status")?.text ?? ""
  if (!/^action: *failed/im.test(status)) return nothing
  const diagnostic = /^diagnostic-code: *(.{1,400})/im.exec(status)?.[1] ?? ""
  const returned = texts.find(({ type }) => /rfc822/.test(type))?.text ?? ""
  const message = /^message-id:\s{0,9}(<[^<>\s]{1,400}>)/im.exec(returned)?.[1] ?? null
  return { message, said: (diagnostic || "the address sent it back").slice(0, longest) }
}

function textOf({ content }: Attachment): string {
  if (typeof content === "string") return content.slice(0, 100_000)
  return new TextDecoder().decode(new Uint8Array(content).subarray(0, 100_000))
}
