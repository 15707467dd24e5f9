/** A text as a part of a regular expression that fits itself alone: G(4) → G\(4\). */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
