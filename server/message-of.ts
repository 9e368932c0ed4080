/** What is logged of something that went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown";
}
