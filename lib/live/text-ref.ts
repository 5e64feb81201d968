import type { TextRef } from "@/lib/comments/model"
import type { LiveText } from "./kind"

/** A shared text as threads of comments speak of it. */
export function textRef({ kind, id }: LiveText): TextRef {
  return kind.name === "minutes"
    ? { kind: "minutes", meetingId: id }
    : { kind: "document", documentId: id }
}
