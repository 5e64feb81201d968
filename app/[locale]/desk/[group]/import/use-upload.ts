import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { isArchive } from "@/lib/imports/model"
import { bringInPartAction } from "./actions"
import type { Chosen } from "./dropped-files"

/** The largest file and the largest archive that is taken, in bytes. */
export type Largest = { file: number; archive: number }

/** `held`: it stopped and can go on; `why` is a refusal in words, or null when nobody answered. */
export type Sending = {
  state: "none" | "going" | "held"
  sent: number
  total: number
  why: string | null
  /** Where the batch is shown, once it is begun. */
  path: string | null
}

/** What is sent with one request: files, and bytes unless a single file is larger. */
const part = { files: 200, bytes: 8 * 1024 * 1024 }
/** Waits before an unanswered request is sent again, in milliseconds. */
const waits = [1000, 2000, 4000]

const nothing: Sending = { state: "none", sent: 0, total: 0, why: null, path: null }

/**
 * Sends any number of files into one batch, part after part, and leads to it when all have arrived.
 * A part that got no answer is sent again; the server counts it once.
 */
export function useUpload(groupId: string, largest: Largest) {
  const router = useRouter()
  const [sending, setSending] = useState<Sending>(nothing)
  const batch = useRef<string | null>(null)
  const isOpen = sending.state !== "none"
  useEffect(() => {
    if (!isOpen) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isOpen])

  const leave = (path: string) => router.push(path)

  /** Begins, or goes on from where it stopped. */
  async function send(files: readonly Chosen[]): Promise<void> {
    let { sent, path } = sending
    const total = files.length
    while (sent < total) {
      setSending({ state: "going", sent, total, why: null, path })
      const count = sizeOfPart(files, sent, largest)
      const form = formOf(files.slice(sent, sent + count), largest)
      form.set("groupId", groupId)
      form.set("from", String(sent))
      // The batch has its id before anybody answers, so that its first part counts once as well.
      if (window.isSecureContext) batch.current ??= crypto.randomUUID()
      if (batch.current) form.set("batchId", batch.current)
      if (sent === 0) form.set("begins", "1")
      if (sent + count === total) form.set("last", "1")
      const answer = await sendPatiently(form)
      if (!answer?.ok) {
        setSending({ state: "held", sent, total, why: answer?.message ?? null, path })
        return
      }
      batch.current = answer.data.batchId
      path = answer.data.path
      sent += count
    }
    setSending({ state: "going", sent, total, why: null, path })
    if (path) leave(path)
  }
  return { sending, send, leave }
}

const travels = ({ name, file }: Chosen, largest: Largest) =>
  file.size > 0 && file.size <= (isArchive(name) ? largest.archive : largest.file)

function sizeOfPart(files: readonly Chosen[], from: number, largest: Largest): number {
  let count = 0
  let bytes = 0
  for (const chosen of files.slice(from, from + part.files)) {
    if (travels(chosen, largest)) bytes += chosen.file.size
    if (count > 0 && bytes > part.bytes) break
    count += 1
  }
  return count
}

/** Names in their order; what is too large is named alone, and refused without having travelled. */
function formOf(files: readonly Chosen[], largest: Largest): FormData {
  const form = new FormData()
  const listed = files.map(({ name, file }) => ({ name: name.slice(-1000), size: file.size }))
  form.set("listed", JSON.stringify(listed))
  for (const chosen of files)
    if (travels(chosen, largest)) form.append("files[]", chosen.file, "file")
  return form
}

async function sendPatiently(form: FormData) {
  for (const wait of [...waits, null]) {
    try {
      return await bringInPartAction(form)
    } catch {
      if (wait === null) return null
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return null
}
