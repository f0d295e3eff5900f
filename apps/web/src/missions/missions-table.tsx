import type { Day } from '@muster/force-generation';
import { useState } from 'preact/hooks';
import type { MissionLine } from '../doors.js';
import { MissionRow } from './mission-row.js';
import { ordered, type MissionOrder } from './mission-order.js';
import { TotalsRow } from './totals-row.js';
import { widestFill } from './widest-fill.js';

interface Props {
  readonly missions: readonly MissionLine[];
  readonly today: Day;
  readonly asOf: Day | undefined;
  readonly caption: string;
  readonly withTotals?: boolean;
}

const columns = ['Authorized', 'Deployed', 'Missing', 'Filled'] as const;

/** Missions with both components side by side; a click on a heading orders them. */
export function MissionsTable({ missions, today, asOf, caption, withTotals = false }: Props) {
  const [order, setOrder] = useState<MissionOrder>('alerts');
  const heading = { order, setOrder };
  const widest = widestFill(missions);
  return (
    <div class="wide">
      <table class="missions-table stacking">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <OrderHeading of="mission" {...heading} rows={2}>
              Mission
            </OrderHeading>
            <OrderHeading of="military" {...heading} span={4}>
              Military
            </OrderHeading>
            <OrderHeading of="police" {...heading} span={4}>
              Police
            </OrderHeading>
            <OrderHeading of="alerts" {...heading} rows={2}>
              Open alerts
            </OrderHeading>
            <th scope="col" rowSpan={2}>
              As at
            </th>
          </tr>
          <tr>
            {['military', 'police'].flatMap((component) =>
              columns.map((column) => (
                <th key={component + column} scope="col" class={column === 'Filled' ? 'bar-column' : 'number'}>
                  {column}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {ordered(missions, order).map((mission) => (
            <MissionRow key={mission.mission} mission={mission} today={today} asOf={asOf} widest={widest} />
          ))}
        </tbody>
        {withTotals && missions.length > 1 && <TotalsRow missions={missions} widest={widest} />}
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly of: MissionOrder;
  readonly order: MissionOrder;
  readonly setOrder: (order: MissionOrder) => void;
  readonly rows?: number;
  readonly span?: number;
  readonly children: string;
}

const tells: Readonly<Record<MissionOrder, string>> = {
  mission: 'by name',
  military: 'emptiest military first',
  police: 'emptiest police first',
  alerts: 'most severe first',
};

const OrderHeading = ({ of, order, setOrder, rows = 1, span = 1, children }: HeadingProps) => (
  <th
    scope={span > 1 ? 'colgroup' : 'col'}
    rowSpan={rows}
    colSpan={span}
    class={span > 1 ? 'group' : ''}
    aria-sort={order === of ? (of === 'alerts' ? 'descending' : 'ascending') : undefined}
  >
    <button type="button" class="order" title={`Order ${tells[of]}`} onClick={() => setOrder(of)}>
      {children}
      <span class="order-mark" aria-hidden="true">
        {order === of ? '▾' : ''}
      </span>
    </button>
  </th>
);
