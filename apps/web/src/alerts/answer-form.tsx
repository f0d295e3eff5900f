import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DoorClosed, send } from '../doors.js';
import { FieldProblems } from './answer-field.js';

interface Props {
  readonly title: string;
  readonly says: string;
  readonly address: string;
  readonly submit: string;
  readonly children: ComponentChildren;
}

type Sending = { readonly state: 'idle' | 'sending' | 'recorded' } | Refused;

interface Refused {
  readonly state: 'refused';
  readonly problem: string;
  readonly byField: Readonly<Record<string, string>>;
}

/** A form whose fields, by their names, are what a door takes; what the door refuses is said at the field that it concerns. */
export function AnswerForm({ title, says, address, submit, children }: Props) {
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (sending.state === 'refused') form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [sending]);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setSending({ state: 'sending' });
    send(address, Object.fromEntries(new FormData(form.current!)) as Record<string, string>).then(
      () => setSending({ state: 'recorded' }),
      (cause: unknown) => setSending(refusedBecause(cause, form.current)),
    );
  };
  return (
    <details class="folded answer">
      <summary>{title}</summary>
      <p class="muted">{says}</p>
      <form ref={form} onSubmit={onSubmit}>
        <FieldProblems.Provider value={sending.state === 'refused' ? sending.byField : {}}>{children}</FieldProblems.Provider>
        <button type="submit" class="send" disabled={sending.state === 'sending'}>
          {submit}
        </button>
        <p role="status">{sending.state === 'recorded' && 'Recorded.'}</p>
      </form>
      {sending.state === 'refused' && (
        <p class="problem" role="alert">
          {sending.problem}
        </p>
      )}
    </details>
  );
}

function refusedBecause(cause: unknown, form: HTMLFormElement | null): Refused {
  if (!(cause instanceof DoorClosed))
    return {
      state: 'refused',
      problem: 'The monitor does not answer: whether this was recorded is not known. Try again.',
      byField: {},
    };
  const byField: Record<string, string> = {};
  const beside: string[] = [];
  for (const { path = '', problem } of cause.problems) {
    const name = path.slice(1);
    if (form?.elements.namedItem(name)) byField[name] ??= problem;
    else beside.push(problem);
  }
  const isMarked = Object.keys(byField).length > 0;
  const problem = isMarked ? ['Nothing was recorded. Correct what is marked.', ...beside].join(' ') : cause.message;
  return { state: 'refused', problem, byField };
}
