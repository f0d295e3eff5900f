import { Story } from '../../../../tests/stories/story.js';
import { partnerSupportEnded, partnerSupportStarted, requirementStated } from '../../../../tests/stories/told-facts.js';
import { describePartners } from './describe-partners.js';

describe('the partners of a mission', () => {
  const told = () =>
    new Story()
      .from(
        '2025-01-01',
        requirementStated({ requirement: 'gao', requiredBy: '2025-01-01' }),
        requirementStated({ requirement: 'kidal', requiredBy: '2025-01-01' }),
        partnerSupportStarted({ requirement: 'gao', until: '2025-03-31' }),
      )
      .on('2025-01-10', partnerSupportStarted({ requirement: 'kidal' }));

  const shownOn = (story: Story, day: string): readonly (string | null)[] => {
    let needs: readonly (string | null)[] = [];
    story
      .onDay(day)
      .expectThat(({ reading }) => (needs = describePartners(reading).map(({ requirement }) => requirement)))
      .happen();
    return needs;
  };

  it('are told for each need that they stand in for, up to their last day', () => {
    expect(shownOn(told(), '2025-03-31')).toEqual(['gao', 'kidal']);
    expect(shownOn(told(), '2025-04-01')).toEqual(['kidal']);
  });

  it('are gone with the end of what they do for the capability, whichever need it named', () => {
    expect(shownOn(told().on('2025-02-01', partnerSupportEnded({})), '2025-01-31')).toEqual(['gao', 'kidal']);
    expect(shownOn(told().on('2025-02-01', partnerSupportEnded({})), '2025-02-01')).toEqual([]);
  });
});
