const megabyte = 1024 * 1024

/**
 * What one request may bring, and how many files a batch may hold in all (bytes). With script the form
 * sends thousands of files into one batch, in as many requests as that takes.
 */
export const batchLimits = {
  files: 1000,
  bytes: 64 * megabyte,
  /** An archive of files; what is in it is held to the limit of a file. */
  archive: 60 * megabyte,
  batch: 20_000,
}

export const isArchive = (name: string) => /\.zip$/i.test(name)
