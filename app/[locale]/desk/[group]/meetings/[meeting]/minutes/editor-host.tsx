"use client"

import { type ComponentType, type ReactNode, useEffect, useState } from "react"
import { Notice } from "@/app/ui/notice"
import type { EditorGiven } from "./editor/given"

/**
 * Shows the text as the server wrote it until the editor has come, then the editor in its place.
 * The editor never runs on the server.
 */
export function EditorHost({
  given,
  failed,
  children,
}: {
  given: EditorGiven
  failed: string
  children: ReactNode
}) {
  const [editor, setEditor] = useState<ComponentType<EditorGiven> | null>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    import("./editor/minutes-editor").then(
      ({ MinutesEditor }) => setEditor(() => MinutesEditor),
      () => setMissing(true),
    )
  }, [])
  const Editor = editor
  if (Editor) return <Editor {...given} />
  return (
    <>
      {missing ? <Notice kind="bad" title={failed} announce /> : null}
      {children}
    </>
  )
}
