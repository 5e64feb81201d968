import type { OwnComment } from "@/lib/consultations/guest-queries"
import { type EditAction, EditForm } from "./edit-form"
import { type WithdrawAction, WithdrawForm } from "./withdraw-form"

/** What a guest may do with their own comment: give it other words while comments are taken, take it back. */
export function OwnActs({
  edit,
  withdraw,
  hidden,
  taken,
  comment,
}: {
  edit: EditAction
  withdraw: WithdrawAction
  hidden: Readonly<Record<string, string>>
  taken: boolean
  comment: OwnComment
}) {
  const { id, text, editable } = comment
  return (
    <div className="btns own-acts">
      <EditForm action={edit} {...{ hidden, text }} taken={taken && editable} commentId={id} />
      <WithdrawForm action={withdraw} hidden={hidden} commentId={id} />
    </div>
  )
}
