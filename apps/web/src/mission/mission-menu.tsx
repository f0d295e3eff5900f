const parts = [
  ['alerts', 'Gaps'],
  ['curves', 'Strength over time'],
  ['women', 'Women'],
  ['tasks', 'Tasks held back'],
  ['dates', 'Dates ahead'],
  ['requirements', 'Requirements'],
  ['partners', 'Partners'],
  ['notes', 'Data notes'],
] as const;

const goTo = (id: string): void => {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
};

/** Leads to the parts of the page; the address stays that of the mission. */
export const MissionMenu = ({ notes }: { readonly notes: number }) => (
  <nav class="menu" aria-label="On this page">
    {parts.map(([id, title]) => (
      <button key={id} type="button" onClick={() => goTo(id)}>
        {title}
        {id === 'notes' && notes > 0 && <span class="menu-count"> {notes}</span>}
      </button>
    ))}
  </nav>
);
