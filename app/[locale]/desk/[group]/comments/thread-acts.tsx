"use client"

import { useTranslations } from "next-intl"
import { RadioGroup } from "@/app/ui/radio-group"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { dispositions, type ThreadView } from "@/lib/comments/model"
import { ActForm } from "./act-form"
import { muteThreadAction, reopenThreadAction, resolveThreadAction } from "./actions"
import { useHand } from "./threads-context"

/** What the reader may do with a thread besides answering. */
export function ThreadActs({ thread }: { thread: ThreadView }) {
  const { may } = useHand()
  return (
    <div className="thread-acts">
      {may.resolve ? <Settle thread={thread} /> : null}
      {may.write ? <Mute thread={thread} /> : null}
    </div>
  )
}

function Settle({ thread }: { thread: ThreadView }) {
  return thread.state === "resolved" ? <Reopen thread={thread} /> : <Resolve thread={thread} />
}

function Resolve({ thread: { id, revision } }: { thread: ThreadView }) {
  const t = useTranslations("comments")
  return (
    <ActForm
      summary={t("resolve.title")}
      action={resolveThreadAction}
      hidden={{ threadId: id, revision }}
    >
      {(refused) => (
        <>
          <RadioGroup
            name="disposition"
            id={`disposition-${id}`}
            label={t("resolve.result")}
            defaultValue={refused?.entered?.disposition}
            error={refused?.fields?.disposition}
            choices={dispositions.map((value) => ({ value, label: t(`disposition.${value}`) }))}
          />
          <TextArea
            id={`reason-${id}`}
            name="reason"
            label={t("resolve.reason")}
            hint={t("resolve.hint")}
            rows={2}
            defaultValue={refused?.entered?.reason ?? ""}
            error={refused?.fields?.reason}
          />
          <div className="btns">
            <SubmitButton kind="plain" small working={t("resolve.doing")}>
              {t("resolve.do")}
            </SubmitButton>
          </div>
        </>
      )}
    </ActForm>
  )
}

function Reopen({ thread: { id, revision } }: { thread: ThreadView }) {
  const t = useTranslations("comments.reopen")
  return (
    <ActForm action={reopenThreadAction} hidden={{ threadId: id, revision }} className="press-form">
      {() => (
        <SubmitButton kind="quiet" small working={t("doing")}>
          {t("do")}
        </SubmitButton>
      )}
    </ActForm>
  )
}

function Mute({ thread: { id, muted } }: { thread: ThreadView }) {
  const t = useTranslations("comments.mute")
  return (
    <ActForm
      action={muteThreadAction}
      hidden={{ threadId: id, to: muted ? "heard" : "muted" }}
      className="press-form"
    >
      {() => (
        <SubmitButton kind="quiet" small working={t("doing")}>
          {muted ? t("undo") : t("do")}
        </SubmitButton>
      )}
    </ActForm>
  )
}
