import { type FileReading, readBytes } from "./read-file"

/** Reads a file that may be anything. Never rejects: what cannot be read is refused with its reason. */
export async function readSafely(bytes: Uint8Array, name: string): Promise<FileReading> {
  return readBytes(bytes, name)
}
