import type { Attachment, Email } from "postal-mime"

const longest = 500

/**
 * What the other server said of a mail of ours that it could not deliver (RFC 3464); "" when it only
 * reports a delay, or nothing that can be read.
 */
export function saidOfReturned(bounce: Email): string {
  const status = bounce.attachments.find(({ mimeType }) => mimeType === "message/delivery-status")
  const text = status ? textOf(status) : ""
  if (!/^action: *failed/im.test(text)) return ""
  const diagnostic = /^diagnostic-code: *(.{1,400})/im.exec(text)?.[1] ?? ""
  return (diagnostic.replaceAll("\0", "") || "the address sent it back").slice(0, longest)
}

function textOf({ content }: Attachment): string {
  if (typeof content === "string") return content.slice(0, 100_000)
  return new TextDecoder().decode(new Uint8Array(content).subarray(0, 100_000))
}
