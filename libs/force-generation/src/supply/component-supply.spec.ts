import { Story, story } from '../../../../tests/stories/story.js';
import { cellsReturned, withdrawalAnnounced } from '../../../../tests/stories/told-facts.js';

const togoAndNiger = cellsReturned({ 'TGO.troops': [0, 300], 'TGO.formed-police': [0, 100], 'NER.troops': [0, 600] });
const leaving = { leavesOn: '2025-03-01' };

describe('a withdrawal that names a contributor and no type', () => {
  it.each`
    announced                                                                       | military | police
    ${{ contributor: 'TGO', personnel: 400 }}                                       | ${600}   | ${0}
    ${{ contributor: 'TGO', personnel: 100 }}                                       | ${825}   | ${75}
    ${{ contributor: 'TGO', personnel: 2 }}                                         | ${899}   | ${99}
    ${{ contributor: 'NER', personnel: 600 }}                                       | ${300}   | ${100}
    ${{ contributor: 'TGO', personnel: 100, personnelType: 'Formed Police Units' }} | ${900}   | ${0}
  `(
    'takes from each component what the contributor has there: $announced leave $military and $police',
    ({ announced, military, police }) => {
      new Story()
        .from('2025-01-31', togoAndNiger)
        .on('2025-02-01', withdrawalAnnounced({ ...leaving, ...announced }))
        .onDay('2025-02-28')
        .expectComponent('military', { deployed: 900, committed: 900 })
        .onDay('2025-03-01')
        .expectComponent('military', { deployed: 900, committed: military, pledged: military })
        .expectComponent('police', { deployed: 100, committed: police, pledged: police })
        .happen();
    },
  );

  story('takes police of a contributor that has sent nobody else')
    .from('2025-01-31', cellsReturned({ 'TGO.troops': [0, 300], 'SEN.formed-police': [0, 140] }))
    .on('2025-02-01', withdrawalAnnounced({ ...leaving, contributor: 'SEN', personnel: 140 }))
    .onDay('2025-03-01')
    .expectComponent('military', { committed: 300 })
    .expectComponent('police', { committed: 0 });
});
