import type { MissionAnswer } from '../doors.js';
import { OpenAlertsText } from '../figures/open-alerts-text.js';
import { count } from '../words/count-words.js';
import { longDay } from '../words/day-words.js';
import { ComponentCard } from './component-card.js';
import { LinesTable } from './lines-table.js';

/** The figures that a planner is asked for first. */
export const Headline = ({ figures }: { readonly figures: MissionAnswer }) => {
  const lines = figures.lines.filter(({ placement }) => placement !== 'component');
  return (
    <section class="headline" aria-label="Strength and open alerts">
      {figures.components.map((component) => (
        <ComponentCard key={component.component} figures={component} today={figures.today} />
      ))}
      <div class="card">
        <h2>Open alerts</h2>
        <OpenAlertsText openAlerts={figures.openAlerts} />
        <p class="card-note">
          {figures.reported === null || figures.observedOn === null
            ? 'No monthly return is known yet.'
            : `The newest return, of ${longDay(figures.observedOn)}, prints ${count(figures.reported)} persons in all.`}
        </p>
      </div>
      {lines.length > 0 && <LinesTable lines={lines} />}
    </section>
  );
};
