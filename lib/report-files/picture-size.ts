/** As those who show links want it (Open Graph), in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const
