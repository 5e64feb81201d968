import type { ReactNode } from "react"
import { currentActor } from "@/lib/platform/session"
import { DeskBar } from "../desk-bar"

export default async function NoticesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <DeskBar actor={await currentActor()} />
      {children}
    </>
  )
}
