import type { Miss, NextStep, PledgeLine } from '@muster/force-generation';
import { count } from './count-words.js';
import { shortDay } from './day-words.js';
import { capabilityInWords, idInWords } from './name-words.js';

type Stage = PledgeLine['stage'];

const stages: Readonly<Record<Stage, string>> = {
  registered: 'Registered',
  received: 'Received',
  accepted: 'Accepted',
  elevated: 'Elevated',
  selected: 'Selected',
  reconnoitred: 'Reconnoitred',
  agreed: 'Agreement signed',
  visited: 'Visited before deployment',
  planned: 'Deployment planned',
  deployed: 'Deployed',
  withdrawn: 'Withdrawn',
  declined: 'Declined',
  lapsed: 'Lapsed',
};

export const stageInWords = (stage: Stage): string => stages[stage];

const steps: Readonly<Record<NextStep['waitsFor'], string>> = {
  receipt: 'notice of receipt',
  acceptance: 'notice of acceptance',
  lists: 'complete lists',
  'assessment-visit': 'assessment visit',
  selection: 'selection',
  reconnaissance: 'reconnaissance',
  agreement: 'agreement',
  'pre-deployment-visit': 'pre-deployment visit',
  'deployment-plan': 'deployment plan',
  arrival: 'arrival',
  renewal: 'renewal',
};

export const stepInWords = ({ waitsFor }: NextStep): string => steps[waitsFor];

export const moverInWords = ({ move }: NextStep): string =>
  move === 'contributor' ? 'the contributor’s move' : 'the Secretariat’s move';

/** What of a requirement a pledge does not meet: `APC: 12 of 18`. */
export function missInWords(miss: Miss): string {
  switch (miss.miss) {
    case 'capability':
      return `${capabilityInWords(miss.offered)} offered, ${capabilityInWords(miss.required)} required`;
    case 'units':
      return `units: ${count(miss.offered)} of ${count(miss.required)}`;
    case 'personnel':
      return `persons a unit: ${count(miss.offered)} of ${count(miss.required)}`;
    case 'equipment':
      return `${miss.type.replace(/_/g, ' ')}: ${count(miss.offered)} of ${count(miss.required)}`;
    case 'caveat':
      return `caveat: no ${idInWords(miss.condition).toLowerCase()}`;
    case 'day':
      return `from ${shortDay(miss.offered)}, needed by ${shortDay(miss.required)}`;
    default:
      return miss satisfies never;
  }
}
