export function bundleProgram(
  source: string,
  file: string,
  besides?: { external?: string[]; alias?: Record<string, string> },
): Promise<void>
