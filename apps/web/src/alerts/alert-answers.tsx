import { doors, type OpenAlert } from '../doors.js';
import { AnswerForm } from './answer-form.js';

/** What a person can answer to an open alert: that they have taken it on, or that its notices are to stop for a while. */
export const AlertAnswers = ({ alert }: { readonly alert: OpenAlert }) => (
  <div class="answers">
    <AnswerForm
      title="Acknowledge"
      says="Say who fills the gap and by which day. Where it still stands on the day after, it fires again."
      address={doors.acknowledgement(alert)}
      submit="Acknowledge"
    >
      <TextField name="owner" label="Owner" />
      <DayField name="plannedFillBy" label="To be filled by" />
      <TextField name="note" label="What is being done" />
    </AnswerForm>
    <AnswerForm
      title="Silence"
      says="The alert lives as usual and stays on this page; only its notices stop until the day."
      address={doors.silence(alert)}
      submit="Silence"
    >
      <DayField name="until" label="Until" />
      <TextField name="reason" label="Reason" />
    </AnswerForm>
  </div>
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
}

const TextField = ({ name, label }: FieldProps) => (
  <label>
    {label}
    <input type="text" name={name} required maxLength={400} />
  </label>
);

/** The browser's own field for days would write them its own way. */
const DayField = ({ name, label }: FieldProps) => (
  <label>
    {label}
    <input
      type="text"
      name={name}
      required
      inputMode="numeric"
      placeholder="YYYY-MM-DD"
      pattern="\d{4}-\d{2}-\d{2}"
      maxLength={10}
      size={11}
    />
  </label>
);
