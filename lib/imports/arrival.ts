import { type FileRefusal, refuseSize } from "./decode"
import { batchLimits, isArchive } from "./model"

/**
 * Between one file of a batch and the next there is room for what an archive in its place holds, so
 * that nothing after it has to move.
 */
export const placesPerFile = 10_000

const megabyte = 1024 * 1024

/** The refusal of a file as it arrives, by its name and size alone; null when it may be read. */
export function refuseArrival(name: string, bytes: number): FileRefusal | null {
  if (!isArchive(name) || bytes === 0) return refuseSize(bytes)
  if (bytes <= batchLimits.archive) return null
  const megabytes = Math.ceil((bytes / megabyte) * 10) / 10
  return { code: "too-large", megabytes, most: batchLimits.archive / megabyte }
}
