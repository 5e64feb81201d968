import { hashOf } from "@/lib/platform/secrets"

/** The mark of what a form showed: another one as soon as any of it is. */
export const markOf = (shown: unknown): string => hashOf(JSON.stringify(shown)).slice(0, 32)
