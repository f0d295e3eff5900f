import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

/** What the door found wrong with each field of a form, by the field's name. */
export const FieldProblems = createContext<Readonly<Record<string, string>>>({});

interface Props {
  readonly name: string;
  readonly label: string;
  /** A day of the calendar; else a text of at most so many characters. */
  readonly takes: 'day' | number;
}

/** The browser's own field for days would write them its own way. */
const dayField = {
  inputMode: 'numeric',
  placeholder: 'YYYY-MM-DD',
  pattern: '\\d{4}-\\d{2}-\\d{2}',
  title: 'Write a day of the calendar as YYYY-MM-DD.',
  maxLength: 10,
  size: 11,
} as const;

/** One field of an answer, and beneath it what was wrong with what it held. */
export function AnswerField({ name, label, takes }: Props) {
  const problem = useContext(FieldProblems)[name];
  const id = useId();
  const wrong = problem !== undefined && { 'aria-invalid': true, 'aria-describedby': id };
  return (
    <div class="answer-field">
      <label>
        {label}
        <input type="text" name={name} required {...(takes === 'day' ? dayField : { maxLength: takes })} {...wrong} />
      </label>
      {problem !== undefined && (
        <p id={id} class="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
