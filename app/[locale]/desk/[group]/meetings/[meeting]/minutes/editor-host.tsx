"use client"

import type { ReactNode } from "react"
import { ComeLater } from "../../../live/come-later"
import type { EditorGiven } from "./editor/given"

const load = () => import("./live/live-editor").then(({ LiveEditor }) => LiveEditor)

/** The minutes as the server wrote them, until their editor has come. */
export function EditorHost(host: { given: EditorGiven; failed: string; children: ReactNode }) {
  return <ComeLater load={load} {...host} />
}
