import type { ActionResult } from "@/lib/platform/action"

/** What a form that files a comment gives back; `next` is the submission of the comment after it. */
export type Filed = { threadId: string; commentId: string; next: string }

/** A server action that files a comment: of a member here, of a guest elsewhere. */
export type FileAction = (
  before: ActionResult<Filed> | null,
  form: FormData,
) => Promise<ActionResult<Filed>>
