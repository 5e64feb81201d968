"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

/**
 * Reads the page again after each change that a form on it made, so that lists beside the form show it.
 * Without script the answer to the form is such a page already.
 *
 * @param change what the form gave back; a new object for every change, null before the first.
 */
export function useFreshPage(change: object | null): void {
  const router = useRouter()
  useEffect(() => {
    if (change) router.refresh()
  }, [change, router])
}
