/** Groups of one kind that exclude each other, and the words that take in several of them. */
export interface Family {
  readonly members: readonly RegExp[];
  readonly all?: RegExp;
  /** Told apart only where a figure, a time or names are asked for: whether and how speak of several at once. */
  readonly counted?: true;
}
