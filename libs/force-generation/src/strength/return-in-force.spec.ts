import { story } from '../../../../tests/stories/story.js';
import { factRetracted, knownOn, named, strengthReturned, type ToldFact } from '../../../../tests/stories/told-facts.js';

const january = (military: number, more: Parameters<typeof strengthReturned>[1] = {}): ToldFact =>
  strengthReturned({ military }, { on: '2025-01-31', ...more });
const deployed = { observedOn: '2025-01-31', state: 'known' } as const;

describe('the return in force', () => {
  story('is the one that replaces another, though it came with an earlier day of publication')
    .from('2025-02-10', named('first', january(900, { publishedOn: '2025-02-20' })))
    .on('2025-02-12', january(910, { replaces: 'first', publishedOn: '2025-02-12' }))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 910 });

  story('is, of several that replace nothing, the one published last')
    .from('2025-02-10', january(900, { publishedOn: '2025-02-20' }), january(910, { publishedOn: '2025-02-12' }))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 900 });

  story('is, of several published on one day, the one of the greatest id')
    .from('2025-02-10', named('b', january(900)), named('a', january(910)))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 900 });

  story('is the last of a chain of replacements')
    .from('2025-02-10', named('c', january(900)))
    .on('2025-02-11', named('b', january(910, { replaces: 'c' })), named('a', january(920, { replaces: 'b' })))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 920 });

  story('is the one before where the last of the chain is retracted')
    .from('2025-02-10', named('c', january(900)))
    .on('2025-02-11', named('b', january(910, { replaces: 'c' })), named('a', january(920, { replaces: 'b' })))
    .on('2025-02-12', factRetracted('a'))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 910 });

  story('stays replaced through a retracted one: that passes on what it replaces')
    .from('2025-02-10', named('c', january(900)))
    .on('2025-02-11', named('b', january(910, { replaces: 'c' })), named('a', january(920, { replaces: 'b' })))
    .on('2025-02-12', factRetracted('b'))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 920 })
    .on('2025-02-13', factRetracted('a'))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 900 });

  story('is none where the only one is retracted')
    .from('2025-02-10', named('only', january(900)))
    .on('2025-02-12', factRetracted('only'))
    .onDay('2025-02-28')
    .expectComponent('military', { deployed: null, state: 'unknown' });

  story('is replaced before it comes: the order of arrival decides nothing')
    .from('2025-02-10', january(910, { replaces: 'late' }))
    .on('2025-02-12', named('late', january(900, { publishedOn: '2025-02-27' })))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 910 });

  story('is read at every day, once the correction is known')
    .from('2025-01-31', named('first', strengthReturned({ military: 900 })))
    .on('2025-03-05', knownOn('2025-03-05', january(910, { replaces: 'first' })))
    .onDay('2025-02-28')
    .expectComponent('military', { ...deployed, deployed: 910 })
    .onDay('2025-02-28', { knownAt: '2025-03-05' })
    .expectComponent('military', { deployed: 910 })
    .onDay('2025-02-28', { knownAt: '2025-03-04' })
    .expectComponent('military', { deployed: 900 })
    .onDay('2025-02-28', { position: 1 })
    .expectComponent('military', { deployed: 900 });
});
