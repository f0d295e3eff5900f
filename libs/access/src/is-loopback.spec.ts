import { exposureProblem } from './exposure-problem.js';
import { isLoopback } from './is-loopback.js';

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.9.9.9', 'localhost', 'LOCALHOST', '::1', '[::1]'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(exposureProblem(host)).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.evil.example', '127.0.0.1.evil.example', '128.0.0.1', ''])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
      expect(exposureProblem(host)).toContain('loopback only');
    },
  );
});
