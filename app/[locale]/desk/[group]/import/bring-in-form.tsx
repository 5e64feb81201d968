"use client"

import { useTranslations } from "next-intl"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { bringInAction } from "./actions"
import { type Chosen, chosenIn, droppedIn } from "./dropped-files"
import { UploadProgress } from "./upload-progress"
import { type Largest, useUpload } from "./use-upload"

/** Known to browsers, though not to the types of React. */
const wholeFolder = { webkitdirectory: "" }

/**
 * Files are chosen or dropped, folders too. With script thousands of them are sent in parts; without
 * it this is a plain form of as many files as one request takes.
 */
export function BringInForm({ groupId, largest }: { groupId: string; largest: Largest }) {
  const t = useTranslations("imports.bringIn")
  const [state, action] = useAnswered(bringInAction)
  const { sending, send, leave } = useUpload(groupId, largest)
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [hasScript, setHasScript] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => setHasScript(true), [])
  useEffect(() => takeDrops(form.current, setChosen), [])
  const refused = state && !state.ok ? state : null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (chosen.length === 0) return
    event.preventDefault()
    if (sending.state === "none") void send(chosen)
  }
  if (sending.state !== "none") {
    return <UploadProgress sending={sending} again={() => void send(chosen)} leave={leave} />
  }
  return (
    <form action={action} className="form drop-form" ref={form} onSubmit={submit}>
      {refused ? (
        <ErrorSummary title={t("notRead")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <TextField
        name="files"
        type="file"
        multiple
        required={chosen.length === 0}
        label={t("files")}
        hint={hasScript ? t("dropHint") : t("filesHint")}
        error={refused?.fields?.files}
        onChange={(event) => setChosen(chosenIn(event.currentTarget.files))}
      />
      {hasScript ? (
        <TextField
          name="folder"
          type="file"
          {...wholeFolder}
          required={false}
          label={t("folder")}
          optional
          onChange={(event) => setChosen(chosenIn(event.currentTarget.files))}
        />
      ) : null}
      <p role="status" className="hint">
        {chosen.length > 0 ? t("chosen", { count: chosen.length }) : null}
      </p>
      <div className="btns">
        <SubmitButton working={t("reading")}>{t("read")}</SubmitButton>
      </div>
    </form>
  )
}

/** Lets files and folders be dropped anywhere on the form. Returns how to stop that. */
function takeDrops(
  form: HTMLFormElement | null,
  take: (chosen: Chosen[]) => void,
): (() => void) | undefined {
  if (!form) return undefined
  const end = new AbortController()
  const on = (name: "dragover" | "dragleave" | "drop", does: (event: DragEvent) => void) =>
    form.addEventListener(name, does, { signal: end.signal })
  on("dragover", (event) => {
    event.preventDefault()
    form.classList.add("over")
  })
  on("dragleave", () => form.classList.remove("over"))
  on("drop", (event) => {
    event.preventDefault()
    form.classList.remove("over")
    if (event.dataTransfer) void droppedIn(event.dataTransfer).then(take)
  })
  return () => end.abort()
}
