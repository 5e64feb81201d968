type Facts = {
  sentAt: Date | null
  failedAt: Date | null
  triedAgainAt: Date | null
  attempts: number
  createdAt: Date
}

/** Days after which a mail that nobody tried has lost its place in the queue. */
const lostDays = 2

/** Before when a mail was put into the queue that should be over with its tries by now. */
export const lostBefore = (at: Date): Date => new Date(at.getTime() - lostDays * 86_400_000)

/**
 * What a mail is that has not arrived: given up; being tried; or lost, when its tries should long be
 * over. Null for one that went, or that waits for its first try.
 */
export function troubleOf(mail: Facts, at: Date): "failed" | "trying" | "lost" | null {
  if (mail.failedAt) return "failed"
  if (mail.sentAt) return null
  if ((mail.triedAgainAt ?? mail.createdAt) < lostBefore(at)) return "lost"
  return mail.attempts > 0 ? "trying" : null
}
