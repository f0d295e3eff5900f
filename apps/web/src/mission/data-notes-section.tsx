import { doors, type MissionAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { Section } from '../figures/section.js';
import { capitalized } from '../words/name-words.js';

/** What looks odd about the facts and changes no figure. */
export const DataNotesSection = ({ answer: { notes, moreNotes } }: { readonly answer: MissionAnswer }) => (
  <Section id="notes" title="Data notes" says="Facts that look odd or contradict each other; no figure is changed for them.">
    {notes.length === 0 ? (
      <p class="empty">None.</p>
    ) : (
      <ul class="notes">
        {notes.map((note) => (
          <li key={note.code + note.on + note.note}>
            <DayText day={note.on} /> <span>{capitalized(note.note)}</span>
            {note.facts.map((position) => (
              <a key={position} href={doors.fact(position)} target="_blank" rel="noreferrer">
                fact {position}
              </a>
            ))}
          </li>
        ))}
        {moreNotes !== undefined && <li>{moreNotes} older ones are not shown.</li>}
      </ul>
    )}
  </Section>
);
