import { env } from "./env"

/** Whether browsers are to send the cookie over https alone. */
export const isSecure = () => env().origin.startsWith("https:")

/** The `__Host-` prefix ties the cookie to this host alone; browsers allow it only over https. */
export const cookieName = () => (isSecure() ? "__Host-rapporteur" : "rapporteur")

/** The token of a session in the `Cookie` header of a request; null when there is none. */
export function sessionToken(header: string | undefined): string | null {
  for (const part of (header ?? "").split(";")) {
    const [name = "", ...value] = part.split("=")
    if (name.trim() === cookieName()) return value.join("=").trim() || null
  }
  return null
}
