/** What bars are filled with beyond the ceiling: stripes, so that it shows without colour. One for the whole page. */
export const Patterns = () => (
  <svg class="patterns" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="beyond" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="beyond-ground" width="5" height="5" />
        <rect class="beyond-stripe" width="2" height="5" />
      </pattern>
    </defs>
  </svg>
);
