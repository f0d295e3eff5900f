import { authorizedNotDeployed } from './authorized-not-deployed.js';
import { capabilityGap } from './capability-gap.js';
import { caveatConflict } from './caveat-conflict.js';
import { ceilingExceeded } from './ceiling-exceeded.js';
import { ceilingShortfall } from './ceiling-shortfall.js';
import { dependency } from './dependency.js';
import { deploymentOverdue } from './deployment-overdue.js';
import { equipmentShortfall } from './equipment-shortfall.js';
import { handOverGap } from './hand-over-gap.js';
import { mandateEnding } from './mandate-ending.js';
import { pledgeLapsing } from './pledge-lapsing.js';
import { pledgeStalled } from './pledge-stalled.js';
import { returnMissing } from './return-missing.js';
import { returnSuspect } from './return-suspect.js';
import { rotationOverdue } from './rotation-overdue.js';
import type { Rule } from './rule.js';
import { sourcesDisagree } from './sources-disagree.js';
import { strengthAfterDrawdown } from './strength-after-drawdown.js';
import { unitUnderstrength } from './unit-understrength.js';
import { womenBelowTarget } from './women-below-target.js';

/** Every rule that is watched, in the order of the policy table. */
export const allRules: readonly Rule[] = [
  ceilingShortfall,
  ceilingExceeded,
  authorizedNotDeployed,
  capabilityGap,
  unitUnderstrength,
  equipmentShortfall,
  pledgeLapsing,
  pledgeStalled,
  caveatConflict,
  dependency,
  deploymentOverdue,
  handOverGap,
  rotationOverdue,
  womenBelowTarget,
  returnMissing,
  returnSuspect,
  sourcesDisagree,
  mandateEnding,
  strengthAfterDrawdown,
];

export const ruleNamed = (name: string): Rule | undefined => allRules.find((rule) => rule.name === name);
