/** What could not be read, in words; nothing where all is well. */
export const ProblemText = ({ problem }: { readonly problem: string | undefined }) =>
  problem === undefined ? null : (
    <p class="problem" role="alert">
      {problem}
    </p>
  );
