import type { ReactNode } from "react"
import { currentActor } from "@/lib/platform/session"
import { DeskBar } from "../desk-bar"

export default async function MailLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <DeskBar actor={await currentActor()} />
      {children}
    </>
  )
}
