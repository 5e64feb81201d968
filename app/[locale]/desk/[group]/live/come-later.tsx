import { type ComponentType, type ReactNode, useEffect, useState } from "react"
import { Notice } from "@/app/ui/notice"

type Shown<Given> = { given: Given; children: ReactNode }

/**
 * Shows the text as the server wrote it until the editor has come, then the editor in its place. The
 * editor never runs on the server. `load` has to stay the same function.
 */
export function ComeLater<Given>({
  load,
  given,
  failed,
  children,
}: Shown<Given> & { load: () => Promise<ComponentType<Shown<Given>>>; failed: string }) {
  const [Editor, setEditor] = useState<ComponentType<Shown<Given>> | null>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    load().then(
      (editor) => setEditor(() => editor),
      () => setMissing(true),
    )
  }, [load])
  if (Editor) return <Editor given={given}>{children}</Editor>
  return (
    <>
      {missing ? <Notice kind="bad" title={failed} announce /> : null}
      {children}
    </>
  )
}
