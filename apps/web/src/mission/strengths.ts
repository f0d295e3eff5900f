/** A need, and what of it each strength gives: the columns of units and of persons. */
export const strengths = ['required', 'deployed', 'committed', 'pledged'] as const;
