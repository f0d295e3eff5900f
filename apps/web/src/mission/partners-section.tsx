import type { PartnersAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { IllustrativeMark } from '../figures/illustrative-mark.js';
import { Section } from '../figures/section.js';
import { counted } from '../words/count-words.js';
import { capabilityInWords, idInWords } from '../words/name-words.js';

/** The forces beside the mission: they stand in for a capability and are not under its command. */
export const PartnersSection = ({ answer: { partners } }: { readonly answer: PartnersAnswer }) => (
  <Section
    id="partners"
    title="Partners"
    says="Forces beside the mission that stand in for a capability. They count for no ceiling."
  >
    {partners.length === 0 ? (
      <p class="empty">No partner is known on this day.</p>
    ) : (
      <table class="partners-table stacking">
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col">Stands in for</th>
            <th scope="col">Since</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {partners.map(({ partner, capability, units, requirement, startedOn, until, note, illustrative }) => (
            <tr key={`${partner} ${capability}`}>
              <th scope="row">
                {partner} <IllustrativeMark illustrative={illustrative} />
                {note !== undefined && <span class="under">{note}</span>}
              </th>
              <td data-label="Stands in for">
                {capabilityInWords(capability)}
                <span class="under">
                  {counted(units, 'unit')}
                  {requirement !== null && `, ${idInWords(requirement)}`}
                </span>
              </td>
              <td data-label="Since">
                <DayText day={startedOn} />
              </td>
              <td data-label="Until">{until === null ? <span class="muted">open</span> : <DayText day={until} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Section>
);
