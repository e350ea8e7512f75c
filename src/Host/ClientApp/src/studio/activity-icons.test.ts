import { afterEach, describe, expect, it } from 'vitest';
import { markActivities, rememberNames } from './activity-icons';

const node = (label: string, type: string): string =>
  `<div class="elsa-activity"><div class="activity-icon"></div><p class="activity-label">${label}</p><p class="activity-type">${type}</p></div>`;
const typeOf = (selector: string): string | null | undefined => document.querySelector(selector)?.getAttribute('data-activity');

describe('markActivities', () => {
  afterEach(() => document.body.replaceChildren());

  it('knows a node by its type, whatever a process owner calls it', () => {
    rememberNames([{ typeName: 'Audit.Close', displayName: '归档' }, { typeName: 'Audit.Recheck', displayName: '复核' }]);
    document.body.innerHTML = node('复核', '归档');
    markActivities(document.body);
    expect(typeOf('.elsa-activity')).toBe('Audit.Close');
  });

  it('forgets a line of the palette that a search has filled with another activity', () => {
    rememberNames([{ typeName: 'Audit.SignIn', displayName: 'Sign in' }, { typeName: 'Elsa.If', displayName: 'If' }]);
    document.body.innerHTML = '<div class="mud-expand-panel"><div draggable="true">Sign in</div></div>';
    markActivities(document.body);
    expect(typeOf('[draggable]')).toBe('Audit.SignIn');
    document.querySelector('[draggable]')!.textContent = 'If';
    markActivities(document.body);
    expect(typeOf('[draggable]')).toBeNull();
  });
});
