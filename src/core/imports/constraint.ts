// Build constraints as values: their form, and whether they hold.
//
// Expressions are trees of at most 1000 terms (constraint-parse.ts), so recursion over them is bounded. Defined by
// go/build/constraint.

/** A constraint: a tag, the negation of another, or two that are joined. */
export type Constraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly of: Constraint }
  | { readonly kind: 'and' | 'or'; readonly left: Constraint; readonly right: Constraint };

/** Whether a build tag holds. */
export type TagTest = (tag: string) => boolean;

/** Whether the constraint holds where `test` says which tags do. */
export function holds(constraint: Constraint, test: TagTest): boolean {
  switch (constraint.kind) {
    case 'tag':
      return test(constraint.tag);
    case 'not':
      return !holds(constraint.of, test);
    case 'and':
      return holds(constraint.left, test) && holds(constraint.right, test);
    default:
      return holds(constraint.left, test) || holds(constraint.right, test);
  }
}

/**
 * Whether the constraint may hold in any build: every tag is taken for both true and false, whichever helps, but
 * `ignore`, which no build sets.
 */
export function mayHold(constraint: Constraint, wanted = true): boolean {
  switch (constraint.kind) {
    case 'tag':
      return constraint.tag !== 'ignore' && wanted;
    case 'not':
      return !mayHold(constraint.of, !wanted);
    case 'and':
      return mayHold(constraint.left, wanted) && mayHold(constraint.right, wanted);
    default:
      return mayHold(constraint.left, wanted) || mayHold(constraint.right, wanted);
  }
}

/** The constraint in the syntax of `//go:build` lines. */
export function formatConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'tag':
      return constraint.tag;
    case 'not': {
      const { of } = constraint;
      const inner = formatConstraint(of);
      return of.kind === 'and' || of.kind === 'or' ? `!(${inner})` : `!${inner}`;
    }
    default: {
      const other = constraint.kind === 'and' ? 'or' : 'and';
      const operand = (side: Constraint) =>
        side.kind === other ? `(${formatConstraint(side)})` : formatConstraint(side);
      const operator = constraint.kind === 'and' ? '&&' : '||';
      return `${operand(constraint.left)} ${operator} ${operand(constraint.right)}`;
    }
  }
}
