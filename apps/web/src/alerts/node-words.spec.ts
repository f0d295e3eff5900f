import { figureInWords } from './node-words.js';

it.each([
  ['leavesOn', 'leaves on'],
  ['newestAsAt', 'newest as at'],
  ['units required', 'units required'],
  ['TGO.troops women', 'TGO.troops women'],
])('%s is called %s', (figure, words) => expect(figureInWords(figure)).toBe(words));
