interface Props {
  readonly label: string;
  /** What stands for no choice; absent where one is always chosen. */
  readonly every?: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** One of a list, or all of it. */
export const ChoiceField = ({ label, every, choices, chosen, choose }: Props) => (
  <label class="choice">
    {label}
    <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      {every !== undefined && <option value="">{every}</option>}
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
