import type { LineFigures } from '../doors.js';
import { count, missingInWords, percent } from '../words/count-words.js';
import { idInWords } from '../words/name-words.js';

/** Ceiling lines within a component's ceiling, or beside it. */
export const LinesTable = ({ lines }: { readonly lines: readonly LineFigures[] }) => (
  <div class="card lines">
    <h2>Lines within and beside the ceilings</h2>
    <table class="stacking">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col" class="number">
            Authorized
          </th>
          <th scope="col" class="number">
            Deployed
          </th>
          <th scope="col" class="number">
            Difference
          </th>
          <th scope="col" class="number">
            Filled
          </th>
          <th scope="col">Resolution</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <th scope="row">
              {idInWords(line.line)} <span class="muted">{line.placement}</span>
            </th>
            <td class="number" data-label="Authorized">
              {count(line.authorized)}
            </td>
            <td class="number" data-label="Deployed">
              {count(line.deployed)}
            </td>
            <td class="number" data-label="Difference">
              {missingInWords(line.missing)}
            </td>
            <td class="number" data-label="Filled">
              {percent(line.fillRate)}
            </td>
            <td data-label="Resolution">
              {line.resolution}
              {line.quality !== null && <span class="muted"> quality {line.quality}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
