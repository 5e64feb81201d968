/**
 * Stands in an expression before or behind many alternatives, and changes nothing of what it finds: what
 * follows is made into machine code once. Without it V8 makes a copy for each way to come there, up to ten
 * of each, one within the other: a megabyte for a list of verbs behind three words that may be missing.
 */
export const ONCE = "(?=)"
