import type { OwnComment } from "@/lib/consultations/guest-queries"
import { type EditAction, EditForm } from "./edit-form"
import { type NameAction, NameForm } from "./name-form"
import { type WithdrawAction, WithdrawForm } from "./withdraw-form"

/** What a guest may do with their own comment: give it other words while comments are taken, say whether they are named, take it back. */
export function OwnActs({
  edit,
  withdraw,
  name,
  hidden,
  taken,
  comment,
}: {
  edit: EditAction
  withdraw: WithdrawAction
  name: NameAction
  hidden: Readonly<Record<string, string>>
  taken: boolean
  comment: OwnComment
}) {
  const { id, text, editable, nameable, unnamed } = comment
  return (
    <div className="btns own-acts">
      <EditForm action={edit} {...{ hidden, text }} taken={taken && editable} commentId={id} />
      {nameable ? (
        <NameForm key={String(unnamed)} action={name} {...{ hidden, unnamed }} commentId={id} />
      ) : null}
      <WithdrawForm action={withdraw} hidden={hidden} commentId={id} />
    </div>
  )
}
