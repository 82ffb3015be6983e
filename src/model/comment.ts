/** How a comment can be put where it speaks of a line. */
export type CommentPlace =
  /** In a comment that begins with `#`: on a line of its own above, or at the end of the line. */
  | { readonly kind: 'hash'; readonly isAtEnd: boolean }
  /** On a line of its own above. */
  | { readonly kind: 'line' }
  /** On a line of its own, as an expression in markup: `{/* … *\/}`. */
  | { readonly kind: 'markup' }
  /** The line begins inside a text: only within the line, before this character. */
  | { readonly kind: 'inside'; readonly character: number };
