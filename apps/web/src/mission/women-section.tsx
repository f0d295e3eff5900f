import type { WomenFigures } from '@muster/force-generation';
import { Section } from '../figures/section.js';
import { count, percent } from '../words/count-words.js';
import { capitalized, idInWords } from '../words/name-words.js';

/** The share of women against what it is to be. Until the target's own year that is information, and no alert comes of it. */
export const WomenSection = ({ women }: { readonly women: readonly WomenFigures[] }) => (
  <Section
    id="women"
    title="Women"
    says="The share of women in each group of personnel types, against the target that a source gives."
  >
    <table class="women-table stacking">
      <thead>
        <tr>
          <th scope="col">Personnel type</th>
          <th scope="col" class="number">
            Women
          </th>
          <th scope="col" class="number">
            Persons
          </th>
          <th scope="col" class="number">
            Share
          </th>
          <th scope="col" class="number">
            Target
          </th>
          <th scope="col" class="number">
            Points under
          </th>
        </tr>
      </thead>
      <tbody>
        {women.map((group) => (
          <WomenRow key={group.subject} group={group} />
        ))}
      </tbody>
    </table>
  </Section>
);

const WomenRow = ({ group }: { readonly group: WomenFigures }) => (
  <tr data-women={group.subject}>
    <th scope="row">
      {capitalized(idInWords(group.subject).toLowerCase())}
      {group.state === 'suspect' && <span class="under">suspect: a reading is held</span>}
    </th>
    <td class="number" data-label="Women">
      {count(group.women)}
    </td>
    <td class="number" data-label="Persons">
      {count(group.persons)}
    </td>
    <td class="number" data-label="Share">
      {percent(group.share)}
    </td>
    <td class="number" data-label="Target">
      {targetInWords(group)}
    </td>
    <td class="number" data-label="Points under">
      {pointsUnder(group)}
    </td>
  </tr>
);

const targetInWords = ({ target, targetYear, due }: WomenFigures): string =>
  target === null ? '–' : `${target}% ${due ? 'this year' : `by ${targetYear}`}`;

/** Over the target is below nought. */
function pointsUnder({ share, target }: WomenFigures): string {
  if (share === null || target === null) return '–';
  return (target - 100 * share).toFixed(1).replace('-', '−');
}
