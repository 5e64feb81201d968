"use client"

import { type ComponentType, type ReactNode, useEffect, useState } from "react"
import { Notice } from "@/app/ui/notice"
import type { EditorGiven } from "./editor/given"

type Shown = { given: EditorGiven; children: ReactNode }

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
  const [editor, setEditor] = useState<ComponentType<Shown> | null>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    import("./live/live-editor").then(
      ({ LiveEditor }) => setEditor(() => LiveEditor),
      () => setMissing(true),
    )
  }, [])
  const Editor = editor
  if (Editor) return <Editor given={given}>{children}</Editor>
  return (
    <>
      {missing ? <Notice kind="bad" title={failed} announce /> : null}
      {children}
    </>
  )
}
