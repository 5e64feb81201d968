"use client"

import { type ReactNode, useEffect, useRef } from "react"

/** What a press has led to takes the focus, so that it is read out, and what it offers comes next. */
export function Arrived({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  )
}
