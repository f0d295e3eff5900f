/** Stands where a sign cannot be shown. */
export const replacementSign = '\uFFFD';
