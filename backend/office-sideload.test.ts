import { describe, expect, it } from '@jest/globals';
import { sideloadPlan } from './office-sideload.ts';

describe('how the add-in gets into Office', () => {
  it.each(['win32', 'darwin'] as const)('is a tool for Word on %s', (platform) => {
    const plan = sideloadPlan('word', platform);
    expect(plan).toMatchObject({ by: 'tool', command: 'npx' });
    expect(plan.by === 'tool' && plan.args).toEqual(
      expect.arrayContaining(['start', 'manifest.xml', 'desktop']),
    );
    expect(plan.by === 'tool' && plan.remove).toContain('stop manifest.xml');
  });

  it('is explained where there is no Word', () => {
    const plan = sideloadPlan('word', 'linux');
    expect(plan.by === 'hand' && plan.steps.join(' ')).toContain('manifest.xml');
  });

  it.each(['win32', 'darwin', 'linux'] as const)('is explained for Outlook on %s', (platform) => {
    const plan = sideloadPlan('outlook', platform);
    const steps = plan.by === 'hand' ? plan.steps.join(' ') : '';
    expect(steps).toContain('https://aka.ms/olksideload');
    expect(steps).toContain('manifest.outlook.xml');
  });
});
