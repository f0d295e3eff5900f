import type { ComponentFigures } from '@muster/force-generation';
import { countText } from '../screen/figure-text.js';
import type { Column } from '../screen/text-table.js';

export type ComponentRow = ComponentFigures;

/** A count that is not simply known says how it stands. */
const deployedText = ({ deployed, state }: Pick<ComponentFigures, 'deployed' | 'state'>): string =>
  state === 'known' ? countText(deployed) : `${countText(deployed)} (${state})`;

type Counted = Pick<ComponentFigures, 'authorized' | 'deployed' | 'state' | 'missing'>;

export const strengthColumns: readonly Column<Counted>[] = [
  { head: 'authorized', value: ({ authorized }) => countText(authorized), align: 'right' },
  { head: 'deployed', value: deployedText, align: 'right' },
  { head: 'missing', value: ({ missing }) => countText(missing), align: 'right' },
];

export const componentColumns: readonly Column<ComponentRow>[] = [
  { head: 'component', value: ({ component }) => component },
  ...strengthColumns,
];
