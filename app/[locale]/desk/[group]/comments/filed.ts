import type { ActionResult } from "@/lib/platform/action"

/**
 * What a form that files a comment gives back; `next` is the submission of the comment after it, and
 * `isFirstOfSeveral` says that the words it is about stand there again further down.
 */
export type Filed = {
  threadId: string
  commentId: string
  next: string
  isFirstOfSeveral?: boolean
}

/** A server action that files a comment: of a member here, of a guest elsewhere. */
export type FileAction = (
  before: ActionResult<Filed> | null,
  form: FormData,
) => Promise<ActionResult<Filed>>
