import type { Events } from "@/lib/activity/events"
import { tellGuestsOfAnswer } from "./tell-guests"
import { tellOfComment } from "./tell-of-comments"
import { tellOfWaiting } from "./tell-of-waiting"

/** Whoever a comment concerns is told of it: members, guests of its thread, and who moderates it. */
export async function followComment({ comment }: Events["comment.written"]): Promise<void> {
  await tellOfComment(comment)
  await tellGuestsOfAnswer(comment)
  await tellOfWaiting(comment)
}

/** Of other words of a comment: whom they name anew, and who moderates it where it waits once more. */
export async function followEdit({ comment }: Events["comment.edited"]): Promise<void> {
  await tellOfComment(comment, "edited")
  await tellOfWaiting(comment)
}
