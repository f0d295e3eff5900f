/** What an answer about all missions says of its policy. */
export const policyOfAll =
  'hash of the policy; null at a position at which it was another one for some missions, or there was no mission yet';
