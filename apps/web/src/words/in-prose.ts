import { isDay } from '@muster/force-generation';
import { count } from './count-words.js';
import { longDay } from './day-words.js';
import { capabilityInWords } from './name-words.js';

const days = /\b\d{4}-\d{2}-\d{2}\b/g;
/** None of them within a name or a resolution; a year stands in brackets or after `By`. */
const codes = /(?<![\w/.-])[A-Z][A-Z0-9_]*(?![\w/-]|\.\w)/g;
const numbers = /(?<![\w/.,(-]|\bBy )\d{4,}(?![\w/-]|[.,]\d)/g;

/** A sentence of the monitor as a person would write it: days, large numbers and kinds of unit in words. */
export const inProse = (sentence: string): string =>
  sentence
    .replace(numbers, (number) => count(Number(number)))
    .replace(days, (day) => (isDay(day) ? longDay(day) : day))
    .replace(codes, capabilityInWords);
