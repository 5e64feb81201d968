import { headers } from "next/headers"
import { forbidden, notFound, redirect } from "next/navigation"
import { env } from "./env"
import { Refusal } from "./errors"
import { fromOwnPages } from "./origin"
import { addressHeader } from "./request-headers"

/** The network address of whoever asks, as far as the configured proxies are believed. */
export async function networkAddress(): Promise<string> {
  return (await headers()).get(addressHeader) ?? "unknown"
}

/** What the browser calls itself, cut to a length that a list can show. */
export async function browserName(): Promise<string> {
  return ((await headers()).get("user-agent") ?? "").slice(0, 200)
}

/** Whether this request was sent by one of our own pages. */
export async function isFromOwnPages(): Promise<boolean> {
  const received = await headers()
  return fromOwnPages((name) => received.get(name), env().origin)
}

/**
 * Waits for what a page needs and turns a refusal into the page's answer: to sign-in with the way
 * back, 403, or 404. Everything else goes on to the error page.
 */
export async function answer<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === "sign_in") {
      const path = (await headers()).get("x-path") ?? "/desk"
      redirect(`/sign-in?next=${encodeURIComponent(path)}`)
    }
    if (error.code === "forbidden") forbidden()
    notFound()
  }
}
