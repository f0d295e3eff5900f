import { isDay } from '@muster/force-generation';
import { hashOn, type Route } from './route.js';

/** Looks at the same page as of another day. The browser's own field for days would write them its own way. */
export const AsOfField = ({ route }: { readonly route: Route }) => (
  <label class="as-of">
    As of
    <input
      type="text"
      inputMode="numeric"
      placeholder="YYYY-MM-DD"
      pattern="\d{4}-\d{2}-\d{2}"
      maxLength={10}
      size={11}
      value={route.asOf ?? ''}
      onChange={({ currentTarget }) => goTo(route, currentTarget)}
    />
  </label>
);

/** An empty field is today; what is no day of the calendar is said to be none. */
function goTo(route: Route, field: HTMLInputElement): void {
  const day = field.value.trim();
  field.setCustomValidity(day === '' || isDay(day) ? '' : 'Write a day of the calendar as YYYY-MM-DD.');
  if (field.reportValidity()) location.hash = hashOn(route, day === '' ? undefined : day);
}
