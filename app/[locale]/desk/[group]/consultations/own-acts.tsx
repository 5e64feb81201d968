import type { OwnComment } from "@/lib/consultations/guest-queries"
import type { ReadDrafts } from "@/lib/consultations/read-drafts"
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
  drafts,
  typed,
  comment,
}: {
  edit: EditAction
  withdraw: WithdrawAction
  name: NameAction
  hidden: Readonly<Record<string, string>>
  taken: boolean
  /** The address at which other words are kept while they are typed, and what was kept there, by comment. */
  drafts: string
  typed: ReadDrafts["drafts"]
  comment: OwnComment
}) {
  const { id, text, editable, nameable, unnamed } = comment
  return (
    <div className="btns own-acts">
      <EditForm
        action={edit}
        {...{ hidden, text, drafts }}
        draft={typed[id]?.text}
        taken={taken && editable}
        commentId={id}
      />
      {nameable ? (
        <NameForm key={String(unnamed)} action={name} {...{ hidden, unnamed }} commentId={id} />
      ) : null}
      <WithdrawForm action={withdraw} hidden={hidden} commentId={id} />
    </div>
  )
}
