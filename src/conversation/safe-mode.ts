/** What staff let through in a channel, and why. */
export interface SafeMode {
  /** `on` answers, `quote-only` shows the report's own words alone, `off` says that the service is paused. */
  readonly mode: 'on' | 'quote-only' | 'off';
  readonly comment: string;
}
