import { isDay } from '@muster/force-generation';
import { hashOf, type Route } from './route.js';

/** Looks at the same page as of another day. */
export const AsOfField = ({ route }: { readonly route: Route }) => (
  <label class="as-of">
    As of
    <input
      type="date"
      value={route.asOf ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const { asOf: _left, ...rest } = route;
        location.hash = hashOf({ ...rest, ...(isDay(value) && { asOf: value }) });
      }}
    />
  </label>
);
