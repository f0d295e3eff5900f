import { useState } from 'preact/hooks';
import { csvOf } from '../doors.js';

interface Props {
  /** The door that lists what the page shows, sifted as the page is. */
  readonly address: string;
  /** Of the file to keep. */
  readonly name: string;
}

/** Keeps the list as a file. A link by itself could not say that it prefers CSV, which is how the door is asked for it. */
export function CsvButton({ address, name }: Props) {
  const [problem, setProblem] = useState<string>();
  const keep = (): void => {
    setProblem(undefined);
    csvOf(address).then(
      (csv) => keepFile(csv, `${name}.csv`),
      () => setProblem('The monitor gave no file.'),
    );
  };
  return (
    <span class="csv">
      <button type="button" class="link" aria-label={`${name} as CSV`} onClick={keep}>
        CSV
      </button>
      <span role="status">{problem}</span>
    </span>
  );
}

function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after the click: it is let go of later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
