import { Story } from '../../../../tests/stories/story.js';
import { requirementStated } from '../../../../tests/stories/told-facts.js';
import { missesOf, type Miss, type Offer } from './misses-of.js';
import { requirementOn } from './requirement.js';

type Need = Partial<Parameters<typeof requirementStated>[0]>;

function misses(offered: Partial<Offer>, need: Need = {}): readonly Miss[] {
  const offer: Offer = {
    ...{ component: 'military', capability: 'UTIL_HELI', units: 1, personnel: 100, availableFrom: '2025-06-01' },
    ...offered,
  };
  let found: readonly Miss[] = [];
  new Story()
    .from('2025-01-01', requirementStated({ requiredBy: '2025-06-01', ...need }))
    .onDay('2025-01-01')
    .expectThat(({ reading }) => void (found = missesOf(reading, offer, requirementOn(reading, 'helicopters', '2025-01-01')!)))
    .happen();
  return found;
}

describe('what a pledge does not meet of a requirement', () => {
  it('is nothing where it is just enough', () => {
    const equipment = [{ type: 'helicopter', required: 4 }];
    const need = { equipment, conditions: ['night-operations'] };
    expect(misses({ personnel: 90, equipment, caveats: ['riot-control'] }, need)).toEqual([]);
  });

  it('is each thing that falls short by one', () => {
    const need = { units: 2, personnel: 200, equipment: [{ type: 'helicopter', required: 4 }], conditions: ['night-operations'] };
    const offer = {
      ...{ capability: 'ARMED_HELI', personnel: 89, availableFrom: '2025-06-02' },
      ...{ equipment: [{ type: 'helicopter', required: 1 }], caveats: ['night-operations'] },
    };
    expect(misses(offer, need)).toEqual([
      { miss: 'capability', required: 'UTIL_HELI', offered: 'ARMED_HELI' },
      { miss: 'units', required: 2, offered: 1 },
      { miss: 'personnel', required: 100, offered: 89 },
      { miss: 'equipment', type: 'helicopter', required: 2, offered: 1 },
      { miss: 'caveat', condition: 'night-operations' },
      { miss: 'day', required: '2025-06-01', offered: '2025-06-02' },
    ]);
  });

  it('of equipment is counted for as many units as are offered, and half a piece is a whole one', () => {
    const equipment = (required: number) => [{ type: 'truck', required }];
    const need = { units: 2, personnel: 200, equipment: equipment(5) };
    expect(misses({ equipment: equipment(3) }, need)).toEqual([{ miss: 'units', required: 2, offered: 1 }]);
    expect(misses({ equipment: equipment(2) }, need)).toContainEqual({
      ...{ miss: 'equipment', type: 'truck', required: 3, offered: 2 },
    });
    expect(misses({ units: 4, personnel: 400, equipment: equipment(5) }, need)).toEqual([]);
  });

  it('is all the equipment where no list was sent', () => {
    expect(misses({}, { equipment: [{ type: 'truck', required: 1 }] })).toEqual([
      { miss: 'equipment', type: 'truck', required: 1, offered: 0 },
    ]);
  });
});
