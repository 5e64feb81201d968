import type { Actor } from "@/lib/platform/actor"
import type { Author } from "./model"

/** An author as the trail knows them: a person by id, a guest by the consultation alone. */
export function recordedAuthor(
  author: Author,
  consultationId: string | null,
): Actor | { personId: string } {
  return "personId" in author
    ? author
    : { kind: "guest", subjectType: "consultation", subjectId: consultationId ?? "" }
}
