"use client"

import type { ReactNode } from "react"
import { ComeLater } from "../../../live/come-later"
import type { DocumentGiven } from "./given"

const load = () => import("./live-editor").then(({ LiveEditor }) => LiveEditor)

/** The document as the server wrote it, until its editor has come. */
export function EditorHost(host: { given: DocumentGiven; failed: string; children: ReactNode }) {
  return <ComeLater load={load} {...host} />
}
